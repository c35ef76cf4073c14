import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import type { StoredStatement } from '#domain/finance/banking/bank-statement.ts';
import { currencyBalance, currencyKey, currencySpan } from '#domain/finance/ledger/projection.ts';
import { addDays, addMonths, type IsoDate, type Month, monthOf, yearOf } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { readAccountBalancesAt } from '../ledger/account-ledger.ts';
import { readBalances } from '../ledger/balance-store.ts';

/** Statements whose ends are compared with the books, the latest first; of older ones the last of each month. */
const MOST_COMPARED = 60;
/** Where none agrees, entries are read of so many months at the most. */
const MOST_MONTHS = 24;
/** Months beyond those, of which one that agrees, or differs as they mostly do, is where it begins. */
const MONTHS_BEYOND = 12;

interface World {
  readonly records: Records;
  readonly company: { readonly fiscalYears: readonly string[] };
}

/** Where bank and books begin to be compared: the day after a statement, and what the bank had then. */
export interface ReconciliationStart {
  readonly after: StoredStatement;
  readonly from: IsoDate;
  readonly bank: Minor;
}

const startAfter = (after: StoredStatement): ReconciliationStart => ({ after, from: addDays(after.to, 1), bank: after.closing ?? 0 });

/** The latest statements, and the last one of each month before. */
function compared(earlier: readonly StoredStatement[], limit: Month): readonly StoredStatement[] {
  const [latest, older] = [earlier.slice(0, MOST_COMPARED), earlier.slice(MOST_COMPARED)];
  const first = addMonths(limit, -MONTHS_BEYOND);
  const ends = older.filter(({ to }, i) => monthOf(to) >= first && monthOf(older[i - 1]?.to ?? latest.at(-1)?.to ?? '') !== monthOf(to));
  return [...latest, ...ends];
}

/** The commonest of some amounts; of several the one that comes first. */
function commonest(amounts: readonly (Minor | undefined)[]): Minor | undefined {
  const counts = new Map<Minor | undefined, number>();
  for (const amount of amounts) if (amount !== undefined) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * After the last statement, but for the latest, at whose end bank and books agreed, but for what waited then: what is older explains
 * nothing that is left. Where none is of the last two years, from there on; what was different before is one amount then, and a day is
 * taken on which that is as it mostly is: a line whose entry is of a later day makes it another for some days.
 * @param told with their closing balances, in the order of their last days. @param waiting what waits of before a day, together.
 * @returns undefined where it begins with the first statement.
 */
export async function reconciliationStart(
  { records, company: { fiscalYears } }: World,
  account: StoredBankAccount,
  told: readonly StoredStatement[],
  waiting: (before: IsoDate) => Minor,
): Promise<ReconciliationStart | undefined> {
  const last = told.at(-1);
  if (!last) return undefined;
  const limit = addMonths(monthOf(last.to), -MOST_MONTHS);
  const earlier = told.filter(({ to }) => to < last.to).toReversed();
  const looked = compared(earlier, limit);
  const balanceOn = await balancesOf(records, fiscalYears, account, looked);
  const differences = new Map(
    looked.map((statement) => {
      const [books, { to, closing = 0 }] = [balanceOn(statement.to), statement];
      return [statement, books === undefined ? undefined : closing - waiting(addDays(to, 1)) - books] as const;
    }),
  );
  const within = looked.find((one) => monthOf(one.to) >= limit && differences.get(one) === 0);
  if (within) return startAfter(within);
  const beyond = looked.filter(({ to }) => monthOf(to) < limit);
  const usual = commonest(beyond.map((one) => differences.get(one)));
  const long =
    beyond.find((one) => differences.get(one) === 0) ??
    beyond.find((one) => usual !== undefined && differences.get(one) === usual) ??
    earlier.find(({ to }) => monthOf(to) < limit);
  return long ? startAfter(long) : undefined;
}

type BalanceOn = (date: IsoDate) => Minor | undefined;

/** What the books had on the last days of statements, by balances alone; in a foreign currency they tell the ends of months. */
async function balancesOf(
  records: Records,
  fiscalYears: readonly string[],
  { account, currency }: StoredBankAccount,
  statements: readonly StoredStatement[],
): Promise<BalanceOn> {
  const days = statements.map(({ to }) => to);
  if (days.length === 0) return () => undefined;
  if (currency === BASE_CURRENCY) {
    const known = await readAccountBalancesAt(records, fiscalYears, account, days);
    return (date) => known.get(date);
  }
  const held = await heldOf(records, fiscalYears, { account, currency });
  return (date) => (monthOf(addDays(date, 1)) === monthOf(date) ? undefined : held(monthOf(date)));
}

/** What an account holds in its currency at the end of a month. */
export async function heldOf(
  records: Records,
  fiscalYears: readonly string[],
  { account, currency }: Pick<StoredBankAccount, 'account' | 'currency'>,
): Promise<(month: Month) => Minor> {
  const { sumsOf } = await readBalances(records.tenant, fiscalYears.map(currencySpan));
  const key = currencyKey(currency, account);
  return (month) =>
    currencyBalance(
      (year) => sumsOf(currencySpan(year), key),
      fiscalYears.filter((year) => year <= yearOf(`${month}-01`)),
      month,
    );
}
