import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import type { StoredStatement } from '#domain/finance/banking/bank-statement.ts';
import { currencyBalance, currencyKey, currencySpan } from '#domain/finance/ledger/projection.ts';
import { addDays, addMonths, type IsoDate, type Month, monthOf, yearOf } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { readAccountBalancesAt } from '../ledger/account-ledger.ts';
import { readBalances } from '../ledger/balance-store.ts';

/** Statements whose ends are compared with the books, the latest first. */
const MOST_COMPARED = 60;
/** Where none agrees, entries are read of so many months at the most. */
const MOST_MONTHS = 24;

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

/**
 * After the last statement, but for the latest, at whose end bank and books agreed and no line waited: what is older explains nothing
 * that is left. Where none is of the last two years, from there on; what was different before is one amount then.
 * @param told with their closing balances, in the order of their last days. @param oldest day of a line that waits.
 * @returns undefined where it begins with the first statement.
 */
export async function reconciliationStart(
  { records, company: { fiscalYears } }: World,
  account: StoredBankAccount,
  told: readonly StoredStatement[],
  oldest: IsoDate | undefined,
): Promise<ReconciliationStart | undefined> {
  const last = told.at(-1);
  if (!last) return undefined;
  const earlier = told.filter(({ to }) => to < last.to).toReversed();
  const quiet = earlier.filter(({ to }) => oldest === undefined || to < oldest).slice(0, MOST_COMPARED);
  const balanceOn = await balancesOf(records, fiscalYears, account, quiet);
  const agreed = quiet.find(({ to, closing }) => balanceOn(to) === closing);
  const limit = addMonths(monthOf(last.to), -MOST_MONTHS);
  if (agreed && monthOf(agreed.to) >= limit) return startAfter(agreed);
  const long = earlier.find(({ to }) => monthOf(to) < limit);
  return agreed || long ? startAfter((agreed && long && agreed.to > long.to ? agreed : (long ?? agreed)) as StoredStatement) : undefined;
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
