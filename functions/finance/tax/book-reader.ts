import { monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { type Book, type BookRow, bookRows } from '#domain/finance/tax/vat-book.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import type { Month } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';

/** Documents read at once: some 600 KB of them. */
const PACE = 400;
/** Kinds that a register shows: what is sold is issued, and what is bought received. */
const PAPER_KINDS = POSTING_KINDS.filter(({ posts }) => posts.paper);
export const BOOK_KINDS = {
  issued: PAPER_KINDS.filter(({ read }) => read === 'invoices.read'),
  received: PAPER_KINDS.filter(({ read }) => read !== 'invoices.read'),
} as const satisfies Record<Book, unknown>;

/** The lines of a document in a register; none where it stands in the other. */
export const rowsOfDocument = (book: Book, { id, entry, paper }: JournalDocument): BookRow[] =>
  paper?.book === book ? bookRows({ id, declaredOn: entry.date, paper }) : [];

/** The lines of a register of a period, in the order of the days on which they are declared; never more than a step's documents at once. */
export const walkBook = (records: Records, book: Book, period: string): AsyncGenerator<readonly BookRow[]> =>
  walkMonths(records, book, monthsOfTaxPeriod(period));

/** The same of some months, ascending. */
export async function* walkMonths(records: Records, book: Book, months: readonly Month[]): AsyncGenerator<readonly BookRow[]> {
  for await (const { items } of walkJournal(records, { months, order: 'asc', pace: PACE, kinds: BOOK_KINDS[book] }))
    yield items.flatMap(({ document }) => rowsOfDocument(book, document));
}
