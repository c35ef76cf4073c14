import type { Params } from '#kernel/errors.ts';
import { withoutFormulas } from '#kernel/text.ts';
import { type DocumentOutcome, whyNotTaken } from './import.ts';
import type { Row } from './rows.ts';

export const OUTCOMES = ['sold', 'returned', 'already', 'changed', 'not-taken', 'unfinished'] as const;

/** What became of a row. Absent fields do not apply. */
export interface ReportRow {
  readonly line: number;
  readonly document: string;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly reason?: string;
  readonly detail?: string;
  /** What the detail names, for those who say it in other words. */
  readonly params?: Params;
  readonly orderId?: string;
  readonly invoiceId?: string;
  readonly creditNoteId?: string;
  readonly code?: string;
  readonly quantity?: string;
  readonly price?: string;
}

const CHANGED = 'The document was taken before with other rows. It is left as it is.';
const UNREFERENCED = 'No earlier sale of this item to this customer at this price had enough left to return.';

/** The report on each row of a document. */
export function rowsOf(outcome: DocumentOutcome): ReportRow[] {
  const { document, existing } = outcome;
  const { orderId, invoiceId, creditNoteId } = existing?.created ?? {};
  const ids = { ...(orderId ? { orderId } : {}), ...(invoiceId ? { invoiceId } : {}), ...(creditNoteId ? { creditNoteId } : {}) };
  const problems = document.problems.map((problem): ReportRow => ({ ...problem, document: document.number, outcome: 'not-taken' }));
  const rows = document.rows.map(
    (row, i): ReportRow => ({
      line: row.line,
      document: document.number,
      ...fateOf(outcome, i),
      ...ids,
      ...said(row),
    }),
  );
  return [...rows, ...problems].sort((a, b) => a.line - b.line);
}

function fateOf(outcome: DocumentOutcome, row: number): Pick<ReportRow, 'outcome' | 'reason' | 'detail' | 'params'> {
  const { document, status, existing } = outcome;
  if (status === 'already') return { outcome: 'already' };
  if (status === 'changed') return { outcome: 'changed', reason: 'changed', detail: CHANGED };
  if (status !== 'mine') {
    const { code: reason, message: detail, params } = whyNotTaken(outcome);
    return { outcome: status === 'unfinished' ? 'unfinished' : 'not-taken', reason, detail, ...(params ? { params } : {}) };
  }
  if (!document.returned) return { outcome: 'sold' };
  return existing?.created?.unreferenced?.includes(row)
    ? { outcome: 'returned', reason: 'unreferenced', detail: UNREFERENCED }
    : { outcome: 'returned' };
}

const said = ({ code, quantity, price }: Row) => ({ code, quantity, price });

const COLUMNS = [
  'line',
  'document',
  'outcome',
  'reason',
  'detail',
  'orderId',
  'invoiceId',
  'creditNoteId',
  'code',
  'quantity',
  'price',
] as const;
export const REPORT_HEADER = COLUMNS.join(',');

/** No cell is a formula; quantities are numbers and stay as they are. */
const cell = (value: string | number | undefined): string => {
  const text = String(value ?? '');
  const safe = /^-?[\d.]+$/.test(text) ? text : withoutFormulas(text);
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
export const reportLine = (row: ReportRow): string => COLUMNS.map((column) => cell(row[column])).join(',');
