import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { recordType } from '#kernel/record.ts';
import { EXPORT_KINDS, type ExportKind } from './export.ts';

/** `date` is another name for `to`: a trial balance is as of a day. */
export const ExportInput = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  from: z.optional(BusinessDate),
  to: z.optional(BusinessDate),
  date: z.optional(BusinessDate),
});

/** A file that was made from the books. */
export interface BookExport {
  readonly kind: ExportKind;
  readonly from?: IsoDate;
  readonly to: IsoDate;
  readonly key: string;
  readonly fileName: string;
  readonly bytes: number;
  /** Entries in a journal, accounts in a trial balance. */
  readonly entries: number;
}

export const BookExports = recordType<BookExport>({ kind: 'export', prefix: 'exp', history: 'all' });

/**
 * The days that an export covers: a journal from its beginning, a trial balance from the first of its year, unless told.
 * @param last what the export ends with when no day is asked for.
 * @throws DomainError `range.ambiguous`, `range.backwards` (400).
 */
export function exportRange({ kind, from, to, date }: z.output<typeof ExportInput>, last: IsoDate): { from?: IsoDate; to: IsoDate } {
  if (to && date) throw invalid('range.ambiguous', 'Give either "to" or "date": both are the last day.', 'body.date');
  const end = to ?? date ?? last;
  const start = from ?? (kind === 'trial-balance-csv' ? `${end.slice(0, 4)}-01-01` : undefined);
  if (start && start > end) throw invalid('range.backwards', 'The range ends before it begins.', 'body.from');
  return { ...(start ? { from: start } : {}), to: end };
}
