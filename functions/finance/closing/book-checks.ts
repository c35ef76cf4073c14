import { Customers } from '#domain/crm/customers/customer.ts';
import { dueBy, FixedAssets } from '#domain/finance/assets/fixed-asset.ts';
import { type CheckFinding, comparedSums, findingOf } from '#domain/finance/closing/check.ts';
import { ExchangeDifferences, RevaluedMonths, revaluedMonthId } from '#domain/finance/currencies/exchange-difference.ts';
import { ExchangeRateDays, rateIdsFor, rateIn } from '#domain/finance/currencies/exchange-rate.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { currencyBalance, currencySpan } from '#domain/finance/ledger/projection.ts';
import { RECUR, RecurringEntries } from '#domain/finance/ledger/recurring-entry.ts';
import { exactly, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import type { NamedAgeing } from '#domain/finance/statements/ageing-sheet.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { isMonetary } from '#domain/finance/year-end/checklist.ts';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { compareBalances } from '../ledger/balance-rebuild-store.ts';
import { readBalances } from '../ledger/balance-store.ts';
import { readUnbilled } from '../payables/received-goods.ts';
import { readPayables, readReceivables } from '../statements/ageing-reader.ts';
import { accountItem, type CheckWorld } from './check-world.ts';

const standing = (rows: readonly TrialRow[], is: (account: string) => boolean): CheckFinding =>
  findingOf(
    rows
      .filter(({ account, closing }) => is(account) && exactly(closing) !== 0n)
      .map(({ account, closing }) => accountItem(account, Number(closing))),
  );

/** 555 and what is below it: what nobody has said yet what it is of. */
export const suspenseCheck = async (world: CheckWorld): Promise<CheckFinding> =>
  standing((await world.books()).month, (account) => account.startsWith('555'));

/** 4009 beside what came in and has no bill, and what documents put there: what nothing explains. */
export async function unbilledCheck({ records, company, today }: CheckWorld): Promise<CheckFinding> {
  const { balance, value, other } = await readUnbilled(records, company.fiscalYears, today);
  return comparedSums(ACCOUNT.goodsReceivedNotInvoiced, balance, value + other);
}

/** Recurring entries that should have been posted by the end of the month. */
export async function accrualsCheck({ records, last }: CheckWorld): Promise<CheckFinding> {
  const due = await Array.fromAsync(openRecords(records, RecurringEntries, RECUR, { to: `${last}#~` }));
  return findingOf(due.map(({ id, text, next = '' }) => ({ kind: RecurringEntries.kind, id, text, date: next })));
}

/** 480, 485, 567 and 568: what was put off to a later month (PGC, part five). */
const DEFERRALS = /^(48[05]|56[78])/;

/** What months before put off, and of which this month has taken nothing. */
export async function deferralsCheck(world: CheckWorld): Promise<CheckFinding> {
  const { month } = await world.books();
  const left = month.filter(
    ({ account, opening, debit, credit }) =>
      DEFERRALS.test(account) && exactly(opening) !== 0n && exactly(debit) === 0n && exactly(credit) === 0n,
  );
  return findingOf(left.map(({ account, closing }) => accountItem(account, Number(closing))));
}

/** Assets of which something is still to be depreciated until the end of the month. */
export async function depreciationCheck(world: CheckWorld): Promise<CheckFinding> {
  const due = (await world.assets()).filter((asset) => asset.inUseOn <= world.last && dueBy(asset, world.last) > 0);
  return findingOf(
    due.map((asset) => ({ kind: FixedAssets.kind, id: asset.id, text: asset.name, date: asset.inUseOn, amount: dueBy(asset, world.last) })),
  );
}

/** What a month was valued at otherwise than its last day's rates now say: somebody has put them right since. */
async function correctedRates(records: Records, revaluationId: string, last: IsoDate): Promise<CheckFinding> {
  const [made, days] = await Promise.all([
    records.getOrThrow(ExchangeDifferences, revaluationId),
    records.getMany(ExchangeRateDays, rateIdsFor(last)),
  ]);
  return findingOf(
    made.items.flatMap(({ document, currency, rate }) => {
      const now = rateIn(days, currency)?.rate;
      return rate === undefined || now === rate ? [] : [{ id: document, text: `${currency} ${rate} ≠ ${now ?? '–'}` }];
    }),
  );
}

/** Balances in foreign currencies, while the month is not valued at its last day's rates. */
export async function revaluationCheck({ records, company, period, last }: CheckWorld): Promise<CheckFinding> {
  const years = company.fiscalYears.filter((year) => year <= yearOf(period));
  const [month, { accounts, sumsOf }] = await Promise.all([
    records.get(RevaluedMonths, revaluedMonthId(period)),
    readBalances(records.tenant, years.map(currencySpan)),
  ]);
  if (month?.inForce) return correctedRates(records, month.revaluation, last);
  return findingOf(
    accounts.flatMap((key) => {
      const [currency = '', account = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
      const held = isMonetary(account) ? currencyBalance((year) => sumsOf(currencySpan(year), key), years, period) : 0;
      return held === 0 ? [] : [{ kind: 'account', id: `acc_${account}`, text: `${account} ${currency}` }];
    }),
  );
}

const inCredit = (kind: string, parties: readonly NamedAgeing[]): CheckFinding =>
  findingOf(
    parties
      .filter(({ party, open, unapplied }) => party !== '' && unapplied > open)
      .map(({ party, name, open, unapplied }) => ({ kind, id: party, text: name, amount: unapplied - open })),
  );

/** Customers whose balance is on the other side: they have paid more than they owe. */
export const customerCreditsCheck = async ({ records, today }: CheckWorld): Promise<CheckFinding> =>
  inCredit(Customers.kind, await readReceivables(records, today));
/** The same of suppliers. */
export const supplierDebitsCheck = async ({ records, today }: CheckWorld): Promise<CheckFinding> =>
  inCredit(Suppliers.kind, await readPayables(records, today));

/** The month's balances beside its entries folded again: reads every entry of the month. */
export async function balancesCheck({ records, period }: CheckWorld): Promise<CheckFinding> {
  const { differences, shards, missing } = await compareBalances(records, period);
  return findingOf([
    ...differences.map(({ sk, field, stored, expected }) => ({ ...accountItem(sk, 0), text: `${sk} ${field}: ${stored} ≠ ${expected}` })),
    ...shards.map((shard) => ({ text: shard })),
    ...missing.map((no) => ({ text: no })),
  ]);
}
