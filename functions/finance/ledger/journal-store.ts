import type { RecordType, Stored } from '#kernel/record.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { decodeCursor, encodeCursor, listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { type Carrier, ENTRY_KINDS } from './entry-kinds.ts';

export interface JournalItem {
  readonly kind: string;
  readonly sort: string;
  readonly document: Stored<Carrier & { readonly entry: Entry }>;
}

export interface JournalRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly account?: string | undefined;
}

const sortOf = (document: Stored<Carrier>): string => `${document.entry?.date}#${document.id}`;

/**
 * One page of the journal: the kinds' own lists, merged by date. Every list is asked from the same position, because
 * `date#id` orders documents of all kinds. Where a list was cut short, nothing beyond its cut is shown yet.
 */
export async function readJournal(records: Records, fiscalYears: readonly string[], request: JournalRequest): Promise<{ items: JournalItem[]; nextCursor?: string }> {
  const { account, order, limit } = request;
  const range = datedBuckets(fiscalYears, request);
  const where = (d: Carrier) => d.entry !== undefined && (account === undefined || d.entry.lines.some((line) => line.account === account));
  const pages = await Promise.all(
    ENTRY_KINDS.map(async (type: RecordType<Carrier>) => {
      const page = await listRecords(records, type, { ...range, order, limit, cursor: request.cursor, where });
      const items = page.items.map((document) => ({ kind: type.kind, sort: sortOf(document), document }) as JournalItem);
      return { items, cut: page.nextCursor === undefined ? undefined : decodeCursor(page.nextCursor, range.buckets).sort };
    }),
  );
  const earlier = (a: string, b: string) => (order === 'asc' ? a < b : a > b);
  const cuts = pages.flatMap((p) => (p.cut === undefined ? [] : [p.cut])).sort((a, b) => (earlier(a, b) ? -1 : 1));
  const limitSort = cuts[0];
  const merged = pages.flatMap((p) => p.items).sort((a, b) => (earlier(a.sort, b.sort) ? -1 : 1));
  const safe = limitSort === undefined ? merged : merged.filter((item) => !earlier(limitSort, item.sort));
  const items = safe.slice(0, limit);
  const last = items.length < safe.length || limitSort === undefined ? items.at(-1)?.sort : limitSort;
  const more = limitSort !== undefined || merged.length > items.length;
  return { items, ...(more && last ? { nextCursor: encodeCursor({ bucket: last.slice(0, 7), sort: last }) } : {}) };
}

/** All entries of a range in date order, page by page: for exports, which may be longer than memory should hold at once. */
export async function* walkJournal(records: Records, fiscalYears: readonly string[], request: Omit<JournalRequest, 'order' | 'limit'>): AsyncGenerator<JournalItem[]> {
  for (let cursor = request.cursor, more = true; more; ) {
    const page = await readJournal(records, fiscalYears, { ...request, order: 'asc', limit: 100, cursor });
    if (page.items.length > 0) yield page.items;
    more = page.nextCursor !== undefined;
    cursor = page.nextCursor;
  }
}
