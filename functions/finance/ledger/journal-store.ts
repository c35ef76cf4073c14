import { closingDay, openingDay } from '#domain/finance/ledger/entry.ts';
import { POSTING_KINDS, type PostingType } from '#domain/kinds.ts';
import { addDays, addMonths, type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import { leftOut } from '#kernel/page.ts';
import { normalise, tokens } from '#kernel/text.ts';
import { decodeCursor, encodeCursor, LAST, PageRoom, type Position, readRows } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { type JournalDocument, readEntries } from './entry-store.ts';
import { periodsOf } from './period-store.ts';

type Order = 'asc' | 'desc';

/** A way through the journal: months in the order of the walk, and what bounds it. */
export interface Walk {
  readonly months: readonly Month[];
  readonly order: Order;
  /** First and last sort text. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: Position | undefined;
  /** Only entries with a line on this account. */
  readonly account?: string | undefined;
  /** Only entries whose text, or whose document's id, holds these words. */
  readonly words?: string | undefined;
  /** Only entries of these kinds of documents; absent: of all. */
  readonly kinds?: readonly PostingType[] | undefined;
  /** Takes the ids of damaged documents; absent: a damaged one ends the walk. */
  readonly unreadable?: Set<string> | undefined;
  /** Documents read per step. */
  readonly pace: number;
}

export interface JournalItem {
  /** `date#id`: the place in the journal. */
  readonly sort: string;
  readonly document: JournalDocument;
}

/** What a step found, and where it ended. */
export interface WalkStep {
  readonly items: readonly JournalItem[];
  /** Sort text of the last document looked at. */
  readonly at: string;
  readonly looked: number;
}

export interface JournalRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order: Order;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly account?: string | undefined;
  readonly words?: string | undefined;
  readonly kinds?: readonly PostingType[] | undefined;
}

/** A page looks at no more documents than this; it may then be short, and its cursor goes on. */
export const MAX_LOOKED = 2000;

interface Row {
  readonly kind: PostingType;
  readonly id: string;
  readonly sort: string;
}

interface DateRange {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** The periods of a range, ascending, and the bounds inside them; what closes a fiscal year lies behind the last day of its month. */
export function booksBuckets(fiscalYears: readonly string[], { from, to }: DateRange) {
  const months = periodsOf(fiscalYears).filter((month) => (!from || month >= monthOf(from)) && (!to || month <= monthOf(to)));
  return { buckets: months, from, to: to && `${to}${LAST}` };
}

/** The same as a journal is read: one that ends with a fiscal year shows what closes it, one that begins with one what opens it. */
export function journalBuckets(fiscalYears: readonly string[], { from, to }: DateRange) {
  const before = from?.endsWith('-01') ? openingDay(addMonths(monthOf(from), -1)) : from;
  return booksBuckets(fiscalYears, { from: before, to: to && addDays(to, 1).endsWith('-01') ? closingDay(monthOf(to)) : to });
}

/** One page of the journal. The cursor is a place in the merged order, the same for all kinds. */
export async function readJournal(
  records: Records,
  fiscalYears: readonly string[],
  { account, words, kinds, order, limit, cursor, ...range }: JournalRequest,
): Promise<{ items: JournalItem[]; nextCursor?: string; unreadable?: readonly string[] }> {
  const { buckets: ascending, from, to } = journalBuckets(fiscalYears, range);
  const buckets = order === 'desc' ? ascending.reverse() : ascending;
  const after = cursor === undefined ? undefined : decodeCursor(cursor, buckets);
  const items: JournalItem[] = [];
  const unreadable = new Set<string>();
  const room = new PageRoom();
  let looked = 0;
  for await (const step of walkJournal(records, {
    unreadable,
    months: buckets,
    from,
    to,
    order,
    after,
    account,
    words,
    kinds,
    pace: account === undefined && words === undefined ? limit : 100,
  })) {
    for (const item of step.items) {
      items.push(item);
      room.take(item.document.entry);
      if (items.length === limit || room.isFull) return { items, nextCursor: cursorAt(item.sort), ...leftOut(unreadable) };
    }
    looked += step.looked;
    if (looked >= MAX_LOOKED) return { items, nextCursor: cursorAt(step.at), ...leftOut(unreadable) };
  }
  return { items, ...leftOut(unreadable) };
}

/** The cursor that goes on after a sort text, which begins with its date. */
export const cursorAt = (sort: string): string => encodeCursor({ bucket: sort.slice(0, 7), sort });

/** Entries in order of date and id, month by month: the kinds' own lists, merged. Holds a step's documents, never all. */
export async function* walkJournal(records: Records, walk: Walk): AsyncGenerator<WalkStep> {
  const first = walk.after ? walk.months.indexOf(walk.after.bucket) : 0;
  let rows: Row[] = [];
  for await (const row of rowsOfMonths(records, walk.months.slice(first), walk)) {
    rows.push(row);
    if (rows.length < walk.pace) continue;
    yield await loadStep(records, rows, walk);
    rows = [];
  }
  if (rows.length > 0) yield loadStep(records, rows, walk);
}

/** Where a month holds little, so many times more are begun together. */
const WIDER = 8;

/** The rows of all months in turn. */
async function* rowsOfMonths(records: Records, months: readonly Month[], walk: Walk): AsyncGenerator<Row> {
  for (let [at, width] = [0, 1]; at < months.length; ) {
    const begun = months.slice(at, at + width).map((month) => {
      const rows = mergedRows(records, month, walk);
      const next = rows.next();
      next.catch(() => undefined); // Whoever comes to it hears of it.
      return { rows, next };
    });
    let count = 0;
    for (const { rows, next } of begun)
      for (let step = await next; !step.done; step = await rows.next()) {
        count += 1;
        yield step.value;
      }
    at += width;
    width = count < walk.pace ? width * WIDER : 1;
  }
}

/** The index rows of all kinds in a month, in one order: a merge of as many queries as there are kinds. */
async function* mergedRows(records: Records, month: Month, walk: Walk): AsyncGenerator<Row> {
  const streams = (walk.kinds ?? POSTING_KINDS).map((kind) => rowsOf(records, kind, month, walk));
  const heads = (await Promise.all(streams.map((stream) => stream.next()))).map(({ value }) => value);
  for (;;) {
    const best = firstOf(heads, walk.order);
    const row = heads[best];
    if (!row) return;
    yield row;
    heads[best] = (await streams[best]?.next())?.value;
  }
}

/** The place of the row that comes first, or −1 when all streams are at their end. */
function firstOf(heads: readonly (Row | undefined)[], order: Order): number {
  let best = -1;
  for (const [i, row] of heads.entries()) {
    const least = heads[best];
    if (row && (!least || (order === 'asc' ? row.sort < least.sort : row.sort > least.sort))) best = i;
  }
  return best;
}

/** One kind's index rows in a month, a page read ahead. */
async function* rowsOf(
  { tenant }: Records,
  kind: PostingType,
  month: Month,
  { after, order, from, to, pace }: Walk,
): AsyncGenerator<Row, undefined> {
  let last = after?.bucket === month ? after.sort : undefined;
  do {
    const page = await readRows(tenant, kind.kind, month, last, { order, limit: pace, from, to });
    for (const { id, sort } of page.rows) yield { kind, id, sort };
    last = page.last;
  } while (last !== undefined);
  return undefined;
}

/** Reads the rows' documents, each consistently by its own key. */
async function loadStep(records: Records, rows: readonly Row[], walk: Walk): Promise<WalkStep> {
  const wanted = filterOf(walk);
  const byKind = Map.groupBy(rows, (row) => row.kind);
  const loaded = await Promise.all(
    [...byKind].map(async ([kind, mine]) =>
      readEntries(
        records,
        kind,
        mine.map((row) => row.id),
        walk.unreadable,
      ),
    ),
  );
  const documents = new Map(loaded.flat().flatMap((document) => (document ? [[document.id, document] as const] : [])));
  const items = rows.flatMap(({ id, sort }) => {
    const document = documents.get(id);
    return document && wanted(document) ? [{ sort, document }] : [];
  });
  return { items, at: rows.at(-1)?.sort ?? '', looked: rows.length };
}

/** What the index does not know is looked at on the document itself. */
function filterOf({ account, words = '' }: Walk): (document: JournalDocument) => boolean {
  const wanted = tokens(words);
  return ({ id, entry }) => {
    if (account !== undefined && !entry.lines.some((line) => line.account === account)) return false;
    const text = wanted.length > 0 ? normalise(`${entry.text} ${id}`) : '';
    return wanted.every((word) => text.includes(word));
  };
}
