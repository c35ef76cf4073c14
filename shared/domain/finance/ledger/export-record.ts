import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { type FiscalCalendar, firstDayOfYear, fiscalYearAt } from '#kernel/fiscal-year.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { EXPORT_KINDS } from './export.ts';

/** `date` is another name for `to`: a trial balance is as of a day. */
export const ExportInput = z.strictObject({
  kind: z.enum(EXPORT_KINDS),
  from: z.optional(BusinessDate),
  to: z.optional(BusinessDate),
  date: z.optional(BusinessDate),
});

/** A file that was made from the books. */
export const BookExport = z.object({
  kind: z.enum(EXPORT_KINDS),
  from: z.exactOptional(z.string()),
  to: z.string(),
  key: z.string(),
  fileName: z.string(),
  /** Absent: it is still being made. */
  bytes: z.exactOptional(z.int()),
  /** Entries in a journal, accounts in a trial balance. */
  entries: z.exactOptional(z.int()),
});
export type BookExport = Readonly<z.output<typeof BookExport>>;
export type StoredExport = Stored<BookExport>;

/** A file of so many entries is made while its request waits; a longer one after it, by a worker that has a quarter of an hour. */
export const MOST_ENTRIES_AT_ONCE = 20_000;

export const BookExports = recordType<BookExport>({
  kind: 'export',
  prefix: 'exp',
  letter: 'EX',
  data: BookExport,
  history: 'all',
  screen: { none: 'It is a file: the answer that made it has the link.' },
  read: 'books.export',
});

/**
 * The days that an export covers: a journal from its beginning, a trial balance from the first of its fiscal year, unless told.
 * @param last what the export ends with when no day is asked for.
 * @throws DomainError `range.ambiguous`, `range.backwards` (400).
 */
export function exportRange(
  { kind, from, to, date }: z.output<typeof ExportInput>,
  calendar: FiscalCalendar,
  last: IsoDate,
): { from?: IsoDate; to: IsoDate } {
  if (to && date) throw invalid('range.ambiguous', 'Give either "to" or "date": both are the last day.', 'body.date');
  const end = to ?? date ?? last;
  const start = from ?? (kind === 'trial-balance-csv' ? firstDayOfYear(fiscalYearAt(calendar, end)) : undefined);
  if (start && start > end) throw invalid('range.backwards', 'The range ends before it begins.', 'body.from');
  return { ...(start ? { from: start } : {}), to: end };
}
