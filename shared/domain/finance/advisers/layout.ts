import * as z from 'zod/mini';
import { invalid } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { list } from '#kernel/stored.ts';
import { withoutFormulas } from '#kernel/text.ts';

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** What a column of a firm's file holds. `text` is the entry's, `constant` what the column says itself. */
export const LAYOUT_FIELDS = [
  ...(['number', 'line', 'date', 'subaccount', 'name', 'taxId', 'text', 'document', 'debit', 'credit', 'amount', 'side'] as const),
  'constant',
] as const;
export type LayoutField = (typeof LAYOUT_FIELDS)[number];

export const LayoutColumn = z.strictObject({
  field: z.enum(LAYOUT_FIELDS),
  title: z.optional(text(60)),
  /** Characters, of a file of fixed width. */
  width: z.optional(z.int().check(z.minimum(1), z.maximum(254))),
  align: z.optional(z.enum(['left', 'right'])),
  /** What fills the width. */
  fill: z.optional(z.enum([' ', '0'])),
  /** Of a constant. */
  value: z.optional(z.string().check(z.maxLength(60))),
});
export type LayoutColumn = z.output<typeof LayoutColumn>;

export const LAYOUT_FORMATS = ['csv', 'fixed', 'xlsx'] as const;
const DATES = ['yyyy-mm-dd', 'dd/mm/yyyy', 'ddmmyyyy', 'yyyymmdd', 'ddmmyy'] as const;
/** How a firm's program takes entries, as its people say. */
export const LayoutInput = z.strictObject({
  format: z.enum(LAYOUT_FORMATS),
  columns: z.array(LayoutColumn).check(z.minLength(3), z.maxLength(60)),
  separator: z._default(z.enum([';', ',', 'tab']), ';'),
  decimal: z._default(z.enum([',', '.']), ','),
  dates: z._default(z.enum(DATES), 'dd/mm/yyyy'),
  /** Whether the first line has the titles. */
  header: z._default(z.boolean(), true),
  encoding: z._default(z.enum(['utf-8', 'windows-1252']), 'utf-8'),
  /** Of a workbook. */
  sheet: z._default(text(31), 'APU'),
  extension: z.optional(z.string().check(z.regex(/^[a-z0-9]{1,4}$/, 'must be letters and digits, such as dat'))),
  /** Where the firm says so: its program's manual, a letter. */
  source: text(200),
});
export type LayoutInput = z.output<typeof LayoutInput>;

export const Layout = z.object({
  format: z.enum(LAYOUT_FORMATS),
  columns: list(
    z.object({
      field: z.enum(LAYOUT_FIELDS),
      title: z.exactOptional(z.string()),
      width: z.exactOptional(z.int()),
      align: z.exactOptional(z.enum(['left', 'right'])),
      fill: z.exactOptional(z.enum([' ', '0'])),
      value: z.exactOptional(z.string()),
    }),
  ),
  separator: z.enum([';', ',', 'tab']),
  decimal: z.enum([',', '.']),
  dates: z.enum(DATES),
  header: z.boolean(),
  encoding: z.enum(['utf-8', 'windows-1252']),
  sheet: z.string(),
  extension: z.exactOptional(z.string()),
  source: z.string(),
});
export type Layout = Readonly<z.output<typeof Layout>>;

/** What every program reads that imports columns: it needs nobody's word. */
export const NEUTRAL_LAYOUT: Layout = {
  format: 'csv',
  columns: (
    [
      ['number', 'Asiento'],
      ['line', 'Apunte'],
      ['date', 'Fecha'],
      ['subaccount', 'Subcuenta'],
      ['name', 'Nombre'],
      ['taxId', 'NIF'],
      ['text', 'Concepto'],
      ['document', 'Documento'],
      ['debit', 'Debe'],
      ['credit', 'Haber'],
    ] as const
  ).map(([field, title]) => ({ field, title })),
  ...{ separator: ';', decimal: ',', dates: 'dd/mm/yyyy', header: true, encoding: 'utf-8', sheet: 'Diario', source: 'Trastienda' },
};

/** What a layout must have to tell entries: a day, an account, and amounts. @throws DomainError `adviser.layout` (400). */
export function requireLayout({ format, columns }: LayoutInput): void {
  const has = (field: LayoutField) => columns.some((column) => column.field === field);
  const amounts = (has('debit') && has('credit')) || (has('amount') && has('side')) || has('amount');
  const missing = !has('date') ? 'date' : !has('subaccount') ? 'subaccount' : amounts ? undefined : 'debit, credit';
  if (missing)
    throw invalid('adviser.layout', `The layout lacks a column for ${missing}.`, 'body.layout.columns', { missing, why: 'missing' });
  const at = format === 'fixed' ? columns.findIndex(({ width }) => width === undefined) : -1;
  if (at >= 0)
    throw invalid('adviser.layout', `Column ${at + 1} of a file of fixed width needs its width.`, `body.layout.columns.${at}.width`, {
      column: at + 1,
      why: 'width',
    });
}

/** A line of an entry as a firm's file tells it. */
export interface LayoutRow {
  readonly number: number;
  readonly line: number;
  readonly date: string;
  readonly subaccount: string;
  readonly name: string;
  readonly taxId: string;
  readonly text: string;
  readonly document: string;
  /** Minor units: debit positive. */
  readonly amount: Minor;
}

const dayIn = (date: string, format: Layout['dates']): string =>
  format.replace('yyyy', date.slice(0, 4)).replace('yy', date.slice(2, 4)).replace('mm', date.slice(5, 7)).replace('dd', date.slice(8));
const AMOUNTS: ReadonlySet<string> = new Set(['debit', 'credit', 'amount']);

/** The figure of an amount's column, with a point; empty on the other side. */
function amountIn({ amount }: LayoutRow, field: LayoutField): string {
  if (field === 'amount') return minorText(amount);
  const side = field === 'debit' ? amount : -amount;
  return side > 0 ? minorText(side) : '';
}

/** What stands in a column. */
export function cellOf(row: LayoutRow, { field, value = '' }: LayoutColumn | Layout['columns'][number], layout: Layout): string {
  if (AMOUNTS.has(field)) return amountIn(row, field).replace('.', layout.decimal);
  if (field === 'date') return dayIn(row.date, layout.dates);
  if (field === 'side') return row.amount > 0 ? 'D' : 'H';
  if (field === 'constant') return value;
  return String(row[field as 'number' | 'line' | 'subaccount' | 'name' | 'taxId' | 'text' | 'document']);
}

/** @throws DomainError `adviser.layout` (400) where a figure is longer than its column: text is cut. */
function fixedCell(cell: string, { field, width = 1, align, fill = ' ' }: Layout['columns'][number]): string {
  const isFigure = AMOUNTS.has(field) || ['number', 'line', 'subaccount', 'date'].includes(field);
  if (cell.length > width && isFigure)
    throw invalid('adviser.layout', `"${cell}" does not fit in the ${width} characters of its column: widen it.`, 'body.period', {
      cell,
      width,
      why: 'narrow',
    });
  const shown = cell.slice(0, width);
  return (align ?? (AMOUNTS.has(field) ? 'right' : 'left')) === 'right' ? shown.padStart(width, fill) : shown.padEnd(width, fill);
}

const quoted = (cell: string, separator: string): string => {
  const safe = /^-?[\d.,]+$/.test(cell) ? cell : withoutFormulas(cell);
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The text of a firm's file, CSV or of fixed width; lines end as programs of Windows want them. */
export function layoutText(rows: readonly LayoutRow[], layout: Layout): string {
  const { columns, format, header } = layout;
  const separator = layout.separator === 'tab' ? '\t' : layout.separator;
  const lineOf = (cells: readonly string[]) =>
    format === 'fixed'
      ? cells.map((cell, i) => fixedCell(cell.replaceAll(/[\r\n\t]/g, ' '), columns[i] ?? { field: 'constant' })).join('')
      : cells.map((cell) => quoted(cell, separator)).join(separator);
  const titles = header && format === 'csv' ? [lineOf(columns.map(({ title, field }) => title ?? field))] : [];
  return [...titles, ...rows.map((row) => lineOf(columns.map((column) => cellOf(row, column, layout)))), ''].join('\r\n');
}

/** A cell of a workbook: amounts and numbers as such. */
export function layoutCell(row: LayoutRow, column: Layout['columns'][number], layout: Layout) {
  const { field } = column;
  if (AMOUNTS.has(field)) {
    const amount = amountIn(row, field);
    return amount === '' ? null : { value: Number(amount), type: Number, format: '0.00' };
  }
  if (field === 'number' || field === 'line') return { value: row[field], type: Number };
  const cell = cellOf(row, column, layout);
  return cell === '' ? null : { value: cell, type: String };
}
