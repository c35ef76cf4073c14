import { type IsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import { CLOSING } from './projection.ts';

/** Figures of one account: the balance before the range, what moved in it, and the balance after. */
export interface TrialRow {
  readonly account: string;
  /** Debit positive. */
  readonly opening: Sum;
  readonly debit: Sum;
  readonly credit: Sum;
  readonly closing: Sum;
}

/** A row of balances: `d05` and `c05` are the debits and credits of month (or day) 5; `d06z` what closed a year with month 6. */
export type Sums = Readonly<Record<string, unknown>>;
/** The sums of an account in a year (`2026`) or a month (`2026-11`); undefined where nothing moved. */
export type SumsOf = (span: string, account: string) => Sums | undefined;

export interface Sides {
  readonly debit: bigint;
  readonly credit: bigint;
}

/** An amount of a row of balances: a number, or beyond 2^53 a BigInt. */
export const exactly = (amount: unknown): bigint => BigInt((amount ?? 0) as number | bigint);

/** Debits and credits of units 1 to `limit` (exclusive) of a row, with what closed a fiscal year behind one of them. */
function unitsBefore(row: Sums, limit: number): Sides {
  let [debit, credit] = [0n, 0n];
  for (let i = 1; i < limit; i += 1) {
    const unit = String(i).padStart(2, '0');
    debit += exactly(row[`d${unit}`]) + exactly(row[`d${unit}${CLOSING}`]);
    credit += exactly(row[`c${unit}`]) + exactly(row[`c${unit}${CLOSING}`]);
  }
  return { debit, credit };
}

/** The rows to read for the figures of a range: its years and all before, and the months of its ends. O(years), whatever was posted. */
export const spansFor = (years: readonly string[], from: IsoDate, to: IsoDate): string[] => [
  ...new Set([...years.filter((year) => year <= yearOf(to)), monthOf(to), ...(from.endsWith('-01') ? [] : [monthOf(from)])]),
];

/** All debits and credits of an account before a day, or up to and including it. */
export function sidesUpTo(sumsOf: SumsOf, years: readonly string[], account: string, date: IsoDate, inclusive: boolean): Sides {
  let [debit, credit] = [0n, 0n];
  const add = (row: Sums | undefined, limit: number) => {
    const sides = unitsBefore(row ?? {}, limit);
    debit += sides.debit;
    credit += sides.credit;
  };
  for (const year of years) {
    if (year > yearOf(date)) continue;
    add(sumsOf(year, account), year < yearOf(date) ? 13 : Number(date.slice(5, 7)));
  }
  add(sumsOf(monthOf(date), account), Number(date.slice(8, 10)) + (inclusive ? 1 : 0));
  return { debit, credit };
}

/** All debits and credits of an account before a day, or up to and including it. */
export type SidesOf = (account: string, date: IsoDate, inclusive: boolean) => Sides;

/** The balance of an account before a day, or at its end: debit positive. */
export function balanceAt(sumsOf: SumsOf, years: readonly string[], account: string, date: IsoDate, inclusive: boolean): Sum {
  const { debit, credit } = sidesUpTo(sumsOf, years, account, date, inclusive);
  return sumOf(debit - credit);
}

/** The rows of the accounts that have any figure, by code. */
export const trialRows = (sumsOf: SumsOf, years: readonly string[], accounts: readonly string[], from: IsoDate, to: IsoDate): TrialRow[] =>
  rowsOfSides((account, date, inclusive) => sidesUpTo(sumsOf, years, account, date, inclusive), accounts, from, to);

/** The same, by what each account had before its first day and has at the end of its last. */
export function rowsOfSides(sidesOf: SidesOf, accounts: readonly string[], from: IsoDate, to: IsoDate): TrialRow[] {
  return [...accounts].sort().flatMap((account) => {
    const end = sidesOf(account, to, true);
    const start = sidesOf(account, from, false);
    const row = {
      account,
      opening: sumOf(start.debit - start.credit),
      debit: sumOf(end.debit - start.debit),
      credit: sumOf(end.credit - start.credit),
      closing: sumOf(end.debit - end.credit),
    };
    return row.opening === 0 && row.debit === 0 && row.credit === 0 ? [] : [row];
  });
}

/** The rows of a range as if lines posted on its first day had been there before: what a company brought from elsewhere moved nothing. */
export function openedBefore(
  rows: readonly TrialRow[],
  lines: readonly { readonly account: string; readonly amount: number }[],
): TrialRow[] {
  return rows.map((row) => {
    const brought = lines.filter(({ account }) => account === row.account).map(({ amount }) => BigInt(amount));
    const of = (side: 1n | -1n) => brought.reduce((sum, amount) => sum + (amount * side > 0n ? amount * side : 0n), 0n);
    return {
      ...row,
      opening: sumOf(exactly(row.opening) + of(1n) - of(-1n)),
      debit: sumOf(exactly(row.debit) - of(1n)),
      credit: sumOf(exactly(row.credit) - of(-1n)),
    };
  });
}

/** Sums over a trial balance. Debits equal credits, and so do the closing balances of both sides, or something is broken. */
export function trialTotals(rows: readonly TrialRow[]): {
  debit: Sum;
  credit: Sum;
  closingDebit: Sum;
  closingCredit: Sum;
  balanced: boolean;
} {
  const total = (of: readonly TrialRow[], value: (row: TrialRow) => Sum): Sum =>
    sumOf(of.reduce((sum, row) => sum + exactly(value(row)), 0n));
  const [debits, credits] = [rows.filter(({ closing }) => closing > 0), rows.filter(({ closing }) => closing < 0)];
  const [debit, credit, closingDebit, closingCredit] = [
    total(rows, (r) => r.debit),
    total(rows, (r) => r.credit),
    total(debits, (r) => r.closing),
    total(credits, (r) => -r.closing),
  ];
  return { debit, credit, closingDebit, closingCredit, balanced: debit === credit && closingDebit === closingCredit };
}
