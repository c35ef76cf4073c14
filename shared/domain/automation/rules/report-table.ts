import { add, compare, decimal, format, negate } from '#kernel/decimal.ts';
import { BOM, withoutFormulas } from '#kernel/text.ts';

/** A column of a report that is a table: where a row has its value, and its head in both languages. */
export interface TableColumn {
  /** `totals.net`. An amount of money is `{ amount, currency }` there. */
  readonly path: string;
  readonly type: 'text' | 'date' | 'number' | 'money';
  readonly es: string;
  readonly en: string;
  /** The last row has its sum. */
  readonly total?: true;
  /** What codes are called: Spanish, English. */
  readonly words?: Readonly<Record<string, readonly [string, string]>>;
}

export type TableRow = Readonly<Record<string, unknown>>;
export type TableLanguage = 'es' | 'en';
/** Numbers and amounts as decimal text, days as ISO; empty where the row says nothing. */
export type Cells = readonly string[];

/** A report's rows as texts, with heads, and a last row of sums where a column has one. */
export interface ReportTable {
  readonly heads: readonly string[];
  readonly types: readonly TableColumn['type'][];
  readonly rows: readonly Cells[];
  readonly totals: Cells | undefined;
}

export const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    return (value as TableRow)[name];
  }, row);

function cellOf({ path, type, words }: TableColumn, row: TableRow, language: TableLanguage): string {
  const value = valueAt(row, path);
  if (value === undefined || value === null) return '';
  const plain = type === 'money' && typeof value === 'object' ? valueAt(value, 'amount') : value;
  const text = typeof plain === 'object' ? '' : String(plain);
  return words?.[text]?.[language === 'es' ? 0 : 1] ?? text;
}

const ZERO = decimal('0');
const sumOf = (cells: readonly string[]) => cells.reduce((sum, cell) => (cell === '' ? sum : add(sum, decimal(cell))), ZERO);
const places = ({ type }: TableColumn): number => (type === 'money' ? 2 : 0);

interface Wanted {
  readonly columns: readonly TableColumn[];
  readonly group?: readonly string[];
  readonly largest?: string;
}

/** Rows of what lists answered, `less` of those that take away from the others. */
interface Given {
  readonly row: TableRow;
  readonly less: boolean;
}

/** What lists answered as a table: alike rows as one, the largest first, and what its columns come to. */
export function tableOf({ columns, group, largest }: Wanted, given: readonly Given[], language: TableLanguage): ReportTable {
  const all = given.map(({ row, less }) => ({
    key: group?.map((path) => String(valueAt(row, path) ?? '')).find((text) => text !== '') ?? '',
    cells: columns.map((column) => {
      const cell = cellOf(column, row, language);
      return less && column.total && cell !== '' ? format(negate(decimal(cell)), places(column)) : cell;
    }),
  }));
  const rows = group
    ? [...Map.groupBy(all, ({ key }) => key).values()].map((alike) => together(columns, alike))
    : all.map(({ cells }) => cells);
  const by = columns.findIndex(({ path }) => path === largest);
  const ordered = by < 0 ? rows : rows.toSorted((a, b) => compare(decimal(b[by] || '0'), decimal(a[by] || '0')));
  const totals = columns.map((column, i) => (column.total ? format(sumOf(ordered.map((cells) => cells[i] ?? '')), places(column)) : ''));
  return {
    heads: columns.map((column) => column[language]),
    types: columns.map(({ type }) => type),
    rows: ordered,
    totals: columns.some((column) => column.total) ? totals.map((cell, i) => (i === 0 && cell === '' ? 'Total' : cell)) : undefined,
  };
}

/** Rows that are alike as one: the sums of what has a total, and of the rest what the first says. */
const together = (columns: readonly TableColumn[], alike: readonly { readonly cells: Cells }[]): Cells =>
  columns.map((column, i) => {
    const cells = alike.map((one) => one.cells[i] ?? '');
    return column.total ? format(sumOf(cells), places(column)) : (cells.find((cell) => cell !== '') ?? '');
  });

/** `09/03/2026`. */
export const shownDay = (day: string): string => day.split('-').reverse().join('/');

/**
 * The table as CSV (RFC 4180), as programs of an office read it: in Spanish semicolons and a decimal comma, in English commas and a
 * point. No text in it is taken for a formula.
 */
export function tableCsv({ heads, types, rows, totals }: ReportTable, language: TableLanguage): string {
  const cell = (text: string, type: TableColumn['type'] | undefined) => {
    if (type === 'date') return language === 'es' ? shownDay(text) : text;
    if (type === 'money' || type === 'number') return language === 'es' ? text.replace('.', ',') : text;
    const safe = withoutFormulas(text);
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [
    heads.map((head) => cell(head, 'text')),
    ...[...rows, ...(totals ? [totals] : [])].map((cells) => cells.map((text, i) => cell(text, types[i]))),
  ];
  return `${BOM}${lines.map((line) => line.join(language === 'es' ? ';' : ',')).join('\r\n')}\r\n`;
}
