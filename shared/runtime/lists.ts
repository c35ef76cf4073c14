import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { invalid } from '#kernel/errors.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { wordsOf } from '#kernel/text.ts';
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
}

export interface Position {
  readonly bucket: string;
  readonly sort: string;
}
/** Sorts after every other character: DynamoDB compares the bytes of UTF-8, in which emoji come after U+FFFF. */
export const LAST = '\u{10ffff}';
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
  let seen = 0;
  for await (const { bucket, found, scanned, after } of walk(records, type, request, () => request.limit - items.length)) {
    for (const { record, sort } of found) {
      if (!record || (request.where && !request.where(record))) continue;
      items.push(record);
      if (items.length === request.limit) return { items, nextCursor: encodeCursor({ bucket, sort }) };
    }
    seen += scanned;
    if (seen >= MAX_ROWS && after) return { items, nextCursor: encodeCursor({ bucket, sort: after }) };
  }
  return { items };
}

/** Query by query, from the cursor on: the rows with their records, and the position after them. No more is read than the page still lacks. */
async function* walk<T>(records: Records, type: RecordType<T>, request: ListRequest<T>, missing: () => number) {
  const start = request.cursor ? decodeCursor(request.cursor, request.buckets) : undefined;
  for (const bucket of request.buckets.slice(start ? request.buckets.indexOf(start.bucket) : 0)) {
    let after = start?.bucket === bucket ? start.sort : undefined;
    for (let more = true; more; ) {
      const { rows, scanned, last } = await readRows(records.tenant, type.kind, bucket, after, { ...request, limit: missing() });
      const ids = rows.map((row) => row.id);
      const read = await records.getMany(type, ids);
      after = last ?? rows.at(-1)?.sort ?? after;
      yield { bucket, scanned, after, found: rows.map(({ sort }, i) => ({ sort, record: read[i] })) };
      more = last !== undefined;
    }
  }
}

/** One query of the list index: ids in sort order, and where to go on. Half a read unit per 4 KB of index. */
export async function readRows<T>(
  tenant: string,
  kind: string,
  bucket: string,
  after: string | undefined,
  request: Omit<ListRequest<T>, 'buckets' | 'cursor'>,
) {
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
  const asked = wordsOf(words);
  const filters = asked.map((_, i) => `contains(label, :w${i})`).concat(party ? ['party = :party'] : []);
  return { filters, values: { ...Object.fromEntries(asked.map((w, i) => [`:w${i}`, w])), ...(party ? { ':party': party } : {}) } };
}

/** The id is the last part of the record's key. */
const idOf = (pk: string): string => pk.slice(pk.indexOf('#', pk.indexOf('#') + 1) + 1);

/** The greatest text before `sort` (sort texts end with an id, so none lies between). */
const before = (sort: string): string => `${sort.slice(0, -1)}${String.fromCharCode(sort.charCodeAt(sort.length - 1) - 1)}${LAST}`;
