import { type IsoDate, yearOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';

/** Figures of one account: the balance before the range, what moved in it, and the balance after. */
export interface TrialRow {
  readonly account: string;
  /** Debit positive. */
  readonly opening: Minor;
  readonly debit: Minor;
  readonly credit: Minor;
  readonly closing: Minor;
}

export type Sums = Readonly<Record<string, number | string>>;
const at = (row: Sums, field: string): number => Number(row[field] ?? 0);

/** Debits and credits of a year row's months before `month`, or a month row's days before `day` (both exclusive, 1-based). */
function before(row: Sums, limit: number): { debit: Minor; credit: Minor } {
  let [debit, credit] = [0, 0];
  for (let i = 1; i < limit; i += 1) {
    const unit = String(i).padStart(2, '0');
    debit += at(row, `d${unit}`);
    credit += at(row, `c${unit}`);
  }
  return { debit, credit };
}

/** What has to be read to know all balances up to the end of a day: whole years, and the months of its year, and its days. */
export interface BalanceSource {
  /** Years up to and including the date's. */
  years(account: string): readonly { readonly year: string; readonly row: Sums }[];
  month(account: string): Sums | undefined;
}

/** Debits and credits of an account up to and including `date` (or before it). */
export function upTo(source: BalanceSource, account: string, date: IsoDate, inclusive: boolean): { debit: Minor; credit: Minor } {
  let [debit, credit] = [0, 0];
  for (const { year, row } of source.years(account)) {
    const months = year < yearOf(date) ? 13 : year === yearOf(date) ? Number(date.slice(5, 7)) : 0;
    const sum = before(row, months);
    debit += sum.debit;
    credit += sum.credit;
  }
  const days = before(source.month(account) ?? {}, Number(date.slice(8, 10)) + (inclusive ? 1 : 0));
  return { debit: debit + days.debit, credit: credit + days.credit };
}

/** The rows of accounts that have any figure, by code. `opening` is the source that holds the month of `from`. */
export function trialRows(accounts: readonly string[], closing: BalanceSource, opening: BalanceSource, from: IsoDate, date: IsoDate): TrialRow[] {
  return [...accounts].sort().flatMap((account) => {
    const end = upTo(closing, account, date, true);
    const start = upTo(opening, account, from, false);
    const row = { account, opening: start.debit - start.credit, debit: end.debit - start.debit, credit: end.credit - start.credit, closing: end.debit - end.credit };
    return row.opening === 0 && row.debit === 0 && row.credit === 0 ? [] : [row];
  });
}

