import { QueryCommand } from '@aws-sdk/client-dynamodb';
import type { RecordType, Stored } from '#kernel/record.ts';
import { type Attributes, dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { before, decodeCursor, encodeCursor, LAST, type Page } from './lists.ts';
import { idIn, listKeyOf } from './record-item.ts';
import type { Records } from './records.ts';

/** No queue is counted further than this: who has more waiting needs no exact number. */
export const MOST_COUNTED = 500;

export interface OpenWork {
  /** At most {@link MOST_COUNTED}. */
  readonly count: number;
  /** There are more than were counted. */
  readonly capped: boolean;
  /** Σ of what the counted ones are about, minor units. */
  readonly amount: number;
  /** Sort texts of the counted ones, ascending. */
  readonly sorts: readonly string[];
}

/** Part of a queue: bounds of the sort text, both included, and the customer (or supplier) whose records are asked for. */
export interface OpenRange {
  readonly from?: string;
  readonly to?: string;
  readonly party?: string | undefined;
}

/** A record that waits, as the index has it. */
export interface OpenRow {
  readonly id: string;
  readonly sort: string;
  /** What it is about, minor units; 0 where its kind tells none. */
  readonly amount: number;
  /** The customer (or supplier) that its lists are filtered by, where its kind tells one. */
  readonly party?: string;
}

type Kind = Pick<RecordType<never>, 'kind'>;

/**
 * What waits in a queue, by one query of the sparse index, whatever the number of records. Like every index it follows
 * the records within a moment.
 */
export async function openWork(tenant: string, kind: Kind, queue: string, range: OpenRange = {}): Promise<OpenWork> {
  const { rows } = await readPage(tenant, kind, queue, range, { limit: MOST_COUNTED + 1 });
  const counted = rows.slice(0, MOST_COUNTED);
  return {
    count: counted.length,
    capped: rows.length > MOST_COUNTED,
    amount: counted.reduce((sum, row) => sum + row.amount, 0),
    sorts: counted.map((row) => row.sort),
  };
}

/** All that waits in a queue, in order, a page of up to 1 MB at a time: what is settled is never read. */
export async function* openRows(tenant: string, kind: Kind, queue: string, range: OpenRange = {}): AsyncGenerator<OpenRow[]> {
  let after: Attributes | undefined;
  do {
    const page = await readPage(tenant, kind, queue, range, { after });
    if (page.rows.length > 0) yield page.rows;
    after = page.last;
  } while (after);
}

/**
 * The records that wait in a queue, each read consistently by its key: what waits no more by then is left out.
 * @param unreadable takes the ids of damaged ones. @throws DomainError `record.unreadable` (500) where nobody takes them.
 */
export async function* openRecords<T>(
  records: Records,
  type: RecordType<T>,
  queue: string,
  range: OpenRange = {},
  unreadable?: Set<string>,
): AsyncGenerator<Stored<T>> {
  for await (const rows of openRows(records.tenant, type, queue, range))
    for (let i = 0; i < rows.length; i += 100) {
      const ids = rows.slice(i, i + 100).map(({ id }) => id);
      for (const record of await records.getMany(type, ids, unreadable))
        if (record && type.open?.(record, record.id)?.queue === queue) yield record;
    }
}

/** A page of what is about one record, newest first; `cursor` goes on with older ones. */
export async function openPage<T>(
  records: Records,
  type: RecordType<T>,
  about: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<T>> {
  const range = cursor ? { to: before(decodeCursor(cursor, [about]).sort) } : {};
  const { rows } = await readPage(records.tenant, type, about, range, { limit: limit + 1, newest: true });
  const shown = rows.slice(0, limit);
  const read = await records.getMany(
    type,
    shown.map(({ id }) => id),
  );
  const items = read.flatMap((record) => (record && type.open?.(record, record.id)?.queue === about ? [record] : []));
  const sort = rows.length > limit && shown.at(-1)?.sort;
  return { items, ...(sort ? { nextCursor: encodeCursor({ bucket: about, sort }) } : {}) };
}

async function readPage(
  tenant: string,
  { kind }: Kind,
  queue: string,
  { from = ' ', to = LAST, party }: OpenRange,
  { limit, after, newest }: { readonly limit?: number; readonly after?: Attributes | undefined; readonly newest?: true },
): Promise<{ rows: OpenRow[]; last: Attributes | undefined }> {
  const values = { ':opk': listKeyOf(tenant, kind, queue), ':from': from, ':to': to, ...(party ? { ':party': party } : {}) };
  const { Items = [], LastEvaluatedKey } = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'open',
      KeyConditionExpression: 'opk = :opk AND osk BETWEEN :from AND :to',
      ...(party ? { FilterExpression: 'party = :party' } : {}),
      ExpressionAttributeValues: marshall(values),
      ...(limit ? { Limit: limit } : {}),
      ...(newest ? { ScanIndexForward: false } : {}),
      ...(after ? { ExclusiveStartKey: after } : {}),
    }),
  );
  const rows = Items.map(unmarshall).map((row) => ({
    id: idIn(row as { pk: string; sk: string }, tenant, kind),
    sort: row.osk as string,
    amount: Number(row.due ?? 0),
    ...(typeof row.party === 'string' ? { party: row.party } : {}),
  }));
  return { rows, last: LastEvaluatedKey };
}
