import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { invalid } from '#kernel/errors.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
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
  const start = request.cursor ? decodeCursor(request.cursor, request.buckets) : undefined;
  const items: Stored<T>[] = [];
  let seen = 0;
  const first = start ? request.buckets.indexOf(start.bucket) : 0;
  for (const bucket of request.buckets.slice(first)) {
    let after = start?.bucket === bucket ? start.sort : undefined;
    for (let more = true; more; ) {
      const step = await readRows(records.tenant, type.kind, bucket, after, request);
      const found = await records.getMany(
        type,
        step.rows.map((r) => r.id),
      );
      for (const [i, record] of found.entries()) {
        after = step.rows[i]?.sort;
        if (!record || (request.where && !request.where(record))) continue;
        items.push(record);
        if (items.length === request.limit) return { items, nextCursor: encodeCursor({ bucket, sort: after as string }) };
      }
      seen += step.scanned;
      more = step.last !== undefined;
      after = step.last ?? after;
      if (seen >= MAX_ROWS && after) return { items, nextCursor: encodeCursor({ bucket, sort: after }) };
    }
  }
  return { items };
}

/** One query of the list index: ids in sort order, and where to go on. Half a read unit per 4 KB of index. */
export async function readRows<T>(
  tenant: string,
  kind: string,
  bucket: string,
  after: string | undefined,
  request: Omit<ListRequest<T>, 'buckets' | 'cursor'>,
) {
  const words = (request.words ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6);
  const filters = words.map((_, i) => `contains(label, :w${i})`).concat(request.party ? ['party = :party'] : []);
  const desc = request.order === 'desc';
  const low = !desc && after ? `${after}\u0000` : (request.from ?? ' ');
  const high = desc && after ? before(after) : `${request.to ?? ''}\uffff`;
  if (low > high) return { rows: [], last: undefined, scanned: 0 };
  const answer = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'list',
      KeyConditionExpression: 'lpk = :lpk AND lsk BETWEEN :low AND :high',
      ExpressionAttributeValues: marshall({
        ':lpk': listKeyOf(tenant, kind, bucket),
        ':low': low,
        ':high': high,
        ...Object.fromEntries(words.map((w, i) => [`:w${i}`, w])),
        ...(request.party ? { ':party': request.party } : {}),
      }),
      ...(filters.length > 0 ? { FilterExpression: filters.join(' AND ') } : {}),
      ScanIndexForward: !desc,
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

/** The id is the last part of the record's key. */
const idOf = (pk: string): string => pk.slice(pk.indexOf('#', pk.indexOf('#') + 1) + 1);

/** The greatest text before `sort` (sort texts end with an id, so none lies between). */
const before = (sort: string): string => `${sort.slice(0, -1)}${String.fromCharCode(sort.charCodeAt(sort.length - 1) - 1)}\uffff`;
