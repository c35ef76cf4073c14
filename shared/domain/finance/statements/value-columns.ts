import { type IsoDate, monthOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { sumOf } from '#kernel/money.ts';
import type { Dimension } from '../analysis/dimension.ts';
import { endOfMonth } from '../currencies/exchange-difference.ts';
import type { TrialRow } from '../ledger/trial-balance.ts';
import { isResult, moved } from './statement.ts';

/** What stands above a column of a value, of what no value is told of, and of them all. */
export interface ColumnName {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

/** Neither can be the code of a value. */
export const UNASSIGNED: ColumnName = { id: '(none)', label: 'Sin asignar', labelEn: 'Unassigned' };
export const TOTAL: ColumnName = { id: '(total)', label: 'Total', labelEn: 'Total' };

/**
 * Sums by dimension are by month: a range of them begins and ends with one.
 * @throws DomainError `statement.whole_months` (400) with the whole months around it.
 */
export function requireWholeMonths({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }, field: string): void {
  const [first, last] = [`${monthOf(from)}-01`, endOfMonth(to)];
  if (from !== first || to !== last)
    throw invalid(
      'statement.whole_months',
      `A statement by dimension is of whole months: ask for ${first} to ${last}, or without a dimension.`,
      field,
      { from: first, to: last },
    );
}

const rowOf = (account: string, amount: bigint): TrialRow => ({ account, opening: 0, debit: sumOf(amount), credit: 0, closing: 0 });

/** What moved under one value: `amounts` by `value:account`, income positive. */
export function rowsOfValue(amounts: ReadonlyMap<string, bigint>, value: string): TrialRow[] {
  const begins = `${value}:`;
  return [...amounts].flatMap(([key, amount]) => (key.startsWith(begins) ? [rowOf(key.slice(begins.length), -amount)] : []));
}

const nameOf = ({ values }: Pick<Dimension, 'values'>, value: string): ColumnName => {
  const name = values.find(({ code }) => code === value)?.name ?? value;
  return { id: value, label: name, labelEn: name };
};

/** A column of one value, named by it and the last day. */
export const valueName = (dimension: Pick<Dimension, 'values'>, value: string, to: IsoDate): ColumnName => {
  const { id, label } = nameOf(dimension, value);
  const text = `${label}, ${to.split('-').reverse().join('/')}`;
  return { id, label: text, labelEn: text };
};

/**
 * An income statement's columns by the values of a dimension: those that moved anything, as the dimension lists them, then what no
 * value is told of, then the whole. The columns before the last come to it, account by account.
 * @param whole the trial balance's rows of the range.
 * @param amounts what moved by `value:account`, income positive.
 */
export function valueColumns(
  dimension: Pick<Dimension, 'values'>,
  whole: readonly TrialRow[],
  amounts: ReadonlyMap<string, bigint>,
): { readonly name: ColumnName; readonly rows: readonly TrialRow[] }[] {
  const listed = dimension.values.map(({ code }) => code);
  const told = new Set<string>();
  const rest = new Map(whole.filter(({ account }) => isResult(account)).map((row) => [row.account, moved(row)]));
  for (const [key, amount] of amounts) {
    const [value = '', account = ''] = key.split(':');
    if (!isResult(account) || amount === 0n) continue;
    told.add(value);
    rest.set(account, (rest.get(account) ?? 0n) + amount);
  }
  const shown = [...listed.filter((code) => told.has(code)), ...[...told].filter((code) => !listed.includes(code)).sort()];
  return [
    ...shown.map((value) => ({ name: nameOf(dimension, value), rows: rowsOfValue(amounts, value) })),
    { name: UNASSIGNED, rows: [...rest].map(([account, amount]) => rowOf(account, amount)) },
    { name: TOTAL, rows: whole },
  ];
}
