import { type Month, monthsBetween, yearOf } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import { exactly, type Sums } from '../ledger/trial-balance.ts';
import { isOfResult } from '../year-end/closing-lines.ts';

/** Rows of a year, by account or by dimension: their key, and debits and credits by month. */
export interface YearRows {
  readonly year: string;
  readonly rows: readonly { readonly key: string; readonly sums: Sums }[];
}

/** What moved in some months under each key: income positive, as a result is read. */
export function movedBy(years: readonly YearRows[], from: Month, to: Month): Map<string, bigint> {
  const moved = new Map<string, bigint>();
  for (const { year, rows } of years) {
    const months = monthsBetween(from, to).filter((month) => yearOf(month) === year);
    for (const { key, sums } of rows) {
      const amount = months.reduce((sum, month) => sum + exactly(sums[`c${month.slice(5)}`]) - exactly(sums[`d${month.slice(5)}`]), 0n);
      moved.set(key, (moved.get(key) ?? 0n) + amount);
    }
  }
  return moved;
}

/** A figure of one account under one value. */
interface Figure {
  readonly account: string;
  readonly amount: Sum;
}
export interface ValueResult {
  /** Undefined: what no value is told of. */
  readonly value: string | undefined;
  readonly income: Sum;
  readonly expenses: Sum;
  readonly result: Sum;
  readonly accounts: readonly Figure[];
}

function resultOf(value: string | undefined, amounts: ReadonlyMap<string, bigint>): ValueResult {
  const accounts = [...amounts].filter(([, amount]) => amount !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  const sum = (group: string) => accounts.reduce((total, [account, amount]) => total + (account.startsWith(group) ? amount : 0n), 0n);
  const [income, expenses] = [sum('7'), sum('6')];
  return {
    value,
    income: sumOf(income),
    expenses: sumOf(-expenses),
    result: sumOf(income + expenses),
    accounts: accounts.map(([account, amount]) => ({ account, amount: sumOf(amount) })),
  };
}

/**
 * The result by value of a dimension, and what no value is told of: together they are the result of the books, account by
 * account.
 * @param whole what moved on each account; `analytic` under each `value:account` of the dimension.
 */
export function resultsBy(whole: ReadonlyMap<string, bigint>, analytic: ReadonlyMap<string, bigint>): ValueResult[] {
  const values = new Map<string, Map<string, bigint>>();
  const rest = new Map([...whole].filter(([account]) => isOfResult(account)));
  for (const [key, amount] of analytic) {
    const [value = '', account = ''] = key.split(':');
    if (!isOfResult(account)) continue;
    const mine = values.get(value) ?? new Map<string, bigint>();
    values.set(value, mine.set(account, (mine.get(account) ?? 0n) + amount));
    rest.set(account, (rest.get(account) ?? 0n) - amount);
  }
  const results = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, amounts]) => resultOf(value, amounts));
  return [...results, resultOf(undefined, rest)];
}
