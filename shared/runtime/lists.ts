import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { invalid } from '#kernel/errors.ts';
import { leftOut } from '#kernel/page.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';
import { tokens } from '#kernel/text.ts';
import { dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { listKeyOf } from './record-item.ts';
import type { Records } from './records.ts';

export interface ListRequest<T> {
  /** Buckets in the order to walk them; the walk stops when the page is full. */
  readonly buckets: readonly string[];
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Bounds of the sort text, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words that the label must all contain. */
  readonly words?: string | undefined;
  readonly party?: string | undefined;
  /** What the index does not know (a state): looked at on the record itself. */
  readonly where?: ((record: Stored<T>) => boolean) | undefined;
}

export interface Page<T> {
  readonly items: Stored<T>[];
  readonly nextCursor?: string;
  /** Ids of damaged records that would stand here. */
  readonly unreadable?: readonly string[];
}

export interface Position {
  readonly bucket: string;
  readonly sort: string;
}
/** A row of the list index. */
interface Row extends Position {
  readonly id: string;
}
/** A bucket that is still to be read, from `after` on. */
interface Ahead {
  readonly bucket: string;
  readonly after: string | undefined;
}
type RowRequest<T> = Omit<ListRequest<T>, 'buckets' | 'cursor'>;
/** Buckets are read one by one where they are full; where one was not, so many times more are read together. */
const WIDER = 8;
/** Sorts after every other character: DynamoDB compares the bytes of UTF-8, in which emoji come after U+FFFF. */
export const LAST = '\u{10ffff}';
/**
 * A page ends before its records come to more than this as JSON: an answer shows up to half as much again, and Lambda
 * sends 6 MB at most, with every quote escaped.
 */
const MAX_PAGE_CHARS = 2_500_000;
/** What a page still holds. */
export class PageRoom {
  #chars = 0;
  take(record: unknown): void {
    this.#chars += JSON.stringify(record).length;
  }
  get isFull(): boolean {
    return this.#chars >= MAX_PAGE_CHARS;
  }
}
/** Records read before it is known how large they are. */
const FIRST_READ = 25;
/** One request looks at no more than this many index rows; a page may then be short and the cursor goes on. */
const MAX_ROWS = 2000;

/** An opaque cursor that goes on after a position. */
export const encodeCursor = (at: Position): string => Buffer.from(JSON.stringify([at.bucket, at.sort])).toString('base64url');

/** The position in a cursor. @throws DomainError `cursor.invalid` (400). */
export function decodeCursor(cursor: string, buckets: readonly string[]): Position {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw Object.assign(invalid('cursor.invalid', 'The cursor is not one that this list gave out.', 'query.cursor'), { cause });
  }
  const [bucket, sort] = Array.isArray(read) ? (read as unknown[]) : [];
  if (typeof bucket !== 'string' || typeof sort !== 'string' || sort === '' || sort.length > 1000 || !buckets.includes(bucket))
    throw invalid('cursor.invalid', 'The cursor is not one that this list gave out, or the filter has changed.', 'query.cursor');
  return { bucket, sort };
}

/** Walks the buckets and answers one page of records, each read consistently by its own key. */
export async function listRecords<T>(records: Records, type: RecordType<T>, request: ListRequest<T>): Promise<Page<T>> {
  const items: Stored<T>[] = [];
  const rows: Row[] = [];
  const unreadable = new Set<string>();
  const room = new PageRoom();
  let seen = 0;
  for await (const { found, scanned, last, ended } of walk(records, type, request, () => request.limit - items.length - rows.length)) {
    rows.push(...found);
    seen += scanned;
    // Whether a record is wanted is seen on it alone; without such a filter all of a page are read at once.
    if (!request.where && !ended && items.length + rows.length < request.limit && seen < MAX_ROWS) continue;
    for await (const { record, row } of readInTurn(records, type, rows.splice(0), request.where, unreadable)) {
      items.push(record);
      room.take(record);
      if (items.length === request.limit || room.isFull) return { items, nextCursor: encodeCursor(row), ...leftOut(unreadable) };
    }
    if (seen >= MAX_ROWS && last) return { items, nextCursor: encodeCursor(last), ...leftOut(unreadable) };
  }
  return { items, ...leftOut(unreadable) };
}

/** The rows' records that are wanted, in turn: as many read at once as will surely be small enough for one page. */
async function* readInTurn<T>(
  records: Records,
  type: RecordType<T>,
  rows: readonly Row[],
  where: ListRequest<T>['where'],
  unreadable: Set<string>,
) {
  for (let at = 0, count = FIRST_READ; at < rows.length; ) {
    const next = rows.slice(at, at + count);
    const read = await records.getMany(
      type,
      next.map((row) => row.id),
      unreadable,
    );
    for (const [i, row] of next.entries()) {
      const record = read[i];
      if (record && (!where || where(record))) yield { row, record };
    }
    at += count;
    count = Math.max(5, Math.floor((MAX_PAGE_CHARS * next.length) / JSON.stringify(read).length));
  }
}

/** From the cursor on: the rows, and the position after them. A bucket that does not fill the page lets more be read together. */
async function* walk<T>(records: Records, type: RecordType<T>, request: ListRequest<T>, missing: () => number) {
  const { buckets, cursor } = request;
  const start = cursor ? decodeCursor(cursor, buckets) : undefined;
  let ahead: Ahead[] = buckets
    .slice(start ? buckets.indexOf(start.bucket) : 0)
    .map((bucket) => ({ bucket, after: start?.bucket === bucket ? start.sort : undefined }));
  for (let width = 1; ahead.length > 0; ) {
    const window = await readWindow(records.tenant, type.kind, ahead.slice(0, width), { ...request, limit: missing() });
    ahead = [...window.ahead, ...ahead.slice(width)];
    width = window.ahead.length > 0 ? 1 : width * WIDER;
    yield { ...window, ended: ahead.length === 0 };
  }
}

/** Rows of several buckets, read together, up to the first that has more: with what is left of these buckets after them. */
async function readWindow<T>(tenant: string, kind: string, window: readonly Ahead[], request: RowRequest<T>) {
  const pages = await Promise.all(window.map(({ bucket, after }) => readRows(tenant, kind, bucket, after, request)));
  const found: Row[] = [];
  let scanned = 0;
  let last: Position | undefined;
  for (const [i, page] of pages.entries()) {
    const { bucket } = window[i] as Ahead;
    found.push(...page.rows.map((row) => ({ ...row, bucket })));
    scanned += page.scanned;
    const sort = page.last ?? page.rows.at(-1)?.sort;
    if (sort) last = { bucket, sort };
    if (page.last) return { found, scanned, last, ahead: [{ bucket, after: page.last }, ...window.slice(i + 1)] };
  }
  return { found, scanned, last, ahead: [] };
}

/** One query of the list index: ids in sort order, and where to go on. Half a read unit per 4 KB of index. */
export async function readRows<T>(tenant: string, kind: string, bucket: string, after: string | undefined, request: RowRequest<T>) {
  const { low, high } = range(request, after);
  const { filters, values } = filtersOf(request);
  if (Buffer.compare(Buffer.from(low), Buffer.from(high)) > 0) return { rows: [], last: undefined, scanned: 0 };
  const answer = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'list',
      KeyConditionExpression: 'lpk = :lpk AND lsk BETWEEN :low AND :high',
      ExpressionAttributeValues: marshall({
        ':lpk': listKeyOf(tenant, kind, bucket),
        ':low': low,
        ':high': high,
        ...values,
      }),
      ...(filters.length > 0 ? { FilterExpression: filters.join(' AND ') } : {}),
      ScanIndexForward: request.order === 'asc',
      Limit: filters.length > 0 ? 1000 : request.where ? 100 : request.limit,
    }),
  );
  const rows = (answer.Items ?? []).map(unmarshall).map((r) => ({ id: idOf(r.pk as string), sort: r.lsk as string }));
  return {
    rows,
    scanned: answer.ScannedCount ?? rows.length,
    last: answer.LastEvaluatedKey && (unmarshall(answer.LastEvaluatedKey).lsk as string),
  };
}

/** Bounds of the sort text that are still to be read, both included. */
function range({ order, from, to }: Pick<ListRequest<never>, 'order' | 'from' | 'to'>, after: string | undefined) {
  const desc = order === 'desc';
  return {
    low: !desc && after ? `${after}\u0000` : (from ?? ' '),
    high: desc && after ? before(after) : `${to ?? ''}${LAST}`,
  };
}

/** What the index itself can leave out: by words of the label, by party. */
function filtersOf({ words = '', party }: Pick<ListRequest<never>, 'words' | 'party'>) {
  const values: Record<string, string> = {};
  const has = (text: string): string => {
    const name = `:w${Object.keys(values).length}`;
    values[name] = text;
    return `contains(label, ${name})`;
  };
  // A tax id is found by its letters and digits, with whatever people write between them or before.
  const either = (filter: string, text: string): string => {
    const taxId = spanishTaxIdIn(text)?.toLowerCase();
    return taxId === undefined || taxId === text ? filter : `(${filter} OR ${has(taxId)})`;
  };
  const wanted = tokens(words);
  const each = wanted.map((word) => either(has(word), word));
  const filters = wanted.length > 1 ? [either(`(${each.join(' AND ')})`, wanted.join(' '))] : each;
  if (party) values[':party'] = party;
  return { filters: party ? [...filters, 'party = :party'] : filters, values };
}

/** The id is the last part of the record's key. */
const idOf = (pk: string): string => pk.slice(pk.indexOf('#', pk.indexOf('#') + 1) + 1);

/** The greatest text before `sort` (sort texts end with an id, so none lies between). */
export const before = (sort: string): string => `${sort.slice(0, -1)}${String.fromCharCode(sort.charCodeAt(sort.length - 1) - 1)}${LAST}`;

/** Every record of a kind in a bucket of its list, in order, 100 read at a time. */
export async function* everyRecord<T>(
  records: Records,
  type: RecordType<T>,
  { bucket = 'all', where }: { readonly bucket?: string; readonly where?: ListRequest<T>['where'] } = {},
): AsyncGenerator<Stored<T>> {
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, type, { buckets: [bucket], order: 'asc', limit: 100, cursor, where });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}
