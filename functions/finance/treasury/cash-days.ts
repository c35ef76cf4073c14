import { exactly, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { readChart } from '../ledger/account-store.ts';
import { readTrialBalances } from '../ledger/trial-store.ts';

/** Banks and cash in the chart. */
export const MONEY = '57';

/** What banks and cash come to on a day: each account, and all of them. */
export interface CashDay {
  readonly date: IsoDate;
  readonly accounts: readonly { readonly account: string; readonly name: string; readonly balance: Sum }[];
  readonly total: Sum;
}

const cashOf = (date: IsoDate, rows: readonly TrialRow[], names: ReadonlyMap<string, string>): CashDay => {
  const accounts = rows
    .filter(({ account }) => account.startsWith(MONEY))
    .map(({ account, closing: balance }) => ({ account, name: names.get(account) ?? '', balance }));
  return { date, accounts, total: sumOf(accounts.reduce((sum, { balance }) => sum + exactly(balance), 0n)) };
};

/** What banks and cash came to at the end of each day of a range, by the books as they are now: a query a month, however many days. */
export async function cashByDay(records: Records, fiscalYears: readonly string[], from: IsoDate, to: IsoDate): Promise<CashDay[]> {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  const [{ value }, chart] = await Promise.all([
    readTrialBalances(
      records,
      fiscalYears,
      days.map((day) => ({ from: day, to: day })),
      false,
    ),
    readChart(records),
  ]);
  const names = new Map(chart.map(({ code, name }) => [code, name]));
  return days.map((day, i) => cashOf(day, value[i] ?? [], names));
}
