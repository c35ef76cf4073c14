import {
  BatchGetItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { balancesKey, type Checkpoint, checkpointPlace, checkpointsKey, type Increment } from '#domain/finance/ledger/projection.ts';
import type { Sums, SumsOf } from '#domain/finance/ledger/trial-balance.ts';
import { WriteConflict } from '#runtime/conflicts.ts';
import { dynamo, marshall, tableName, unmarshall } from '#runtime/dynamo.ts';
import { readPartition } from '#runtime/partition.ts';

/** A checkpoint of a shard, with the revision that a write must still find. */
export interface StoredCheckpoint extends Checkpoint {
  readonly rev: number;
}

/** Balances as read, and the accounts that they know. */
export interface Balances {
  readonly accounts: readonly string[];
  readonly sumsOf: SumsOf;
}

interface Key {
  readonly pk: string;
  readonly sk: string;
}

const checkpointsIn = (items: readonly Record<string, unknown>[]): Map<string, StoredCheckpoint> =>
  new Map(items.map(({ pk, sk, ...checkpoint }) => [`${pk}/${sk}`, checkpoint as unknown as StoredCheckpoint]));

/** The checkpoints of shards by their key, strongly consistent; shards never counted yet are left out. */
export const readCheckpoints = async (shards: readonly string[]): Promise<Map<string, StoredCheckpoint>> =>
  checkpointsIn(await readItems(shards.map(checkpointPlace)));

/** All checkpoints of some calendar years, like {@link readCheckpoints}: one query a year. */
export async function readCheckpointsOf(tenant: string, years: readonly string[]): Promise<Map<string, StoredCheckpoint>> {
  const rows = await Promise.all(years.map((year) => readPartition(checkpointsKey(tenant, year))));
  return checkpointsIn(rows.flat());
}

/** Whether no projection came in between two sights of checkpoints. */
export const sameRevisions = (a: ReadonlyMap<string, StoredCheckpoint>, b: ReadonlyMap<string, StoredCheckpoint>): boolean =>
  a.size === b.size && [...a].every(([shard, { rev }]) => b.get(shard)?.rev === rev);

/**
 * Adds to the balances and moves the checkpoints in one transaction.
 * @throws WriteConflict when a checkpoint moved since it was read, or another projection was at the same rows.
 */
export async function applyProjection(
  increments: readonly Increment[],
  checkpoints: ReadonlyMap<string, Checkpoint>,
  before: ReadonlyMap<string, StoredCheckpoint>,
): Promise<void> {
  const items = [
    ...increments.map(addition),
    ...[...checkpoints].map(([shard, checkpoint]) => moveCheckpoint(shard, checkpoint, before.get(shard)?.rev)),
  ];
  try {
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: items }));
  } catch (error) {
    if (error instanceof Error && error.name === 'TransactionCanceledException' && !isRefusedByTable(error))
      throw new WriteConflict(error.message);
    throw error;
  }
}

/** Whether DynamoDB refuses a write for what it says or for what it would add to, and will again. */
export const isRefusedByTable = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ValidationException' ||
    (error instanceof TransactionCanceledException && (error.CancellationReasons ?? []).some(({ Code }) => Code === 'ValidationError')));

function addition({ tenant, span, account, sums }: Increment): TransactWriteItem {
  const fields = Object.entries(sums);
  return {
    Update: {
      TableName: tableName(),
      Key: marshall({ pk: balancesKey(tenant, span), sk: account }),
      UpdateExpression: `ADD ${fields.map((_, i) => `#f${i} :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name], i) => [`#f${i}`, name])),
      ExpressionAttributeValues: marshall(Object.fromEntries(fields.map(([, amount], i) => [`:v${i}`, amount]))),
    },
  };
}

/** Moves a checkpoint, where it still is as it was read. */
export function moveCheckpoint(shard: string, checkpoint: Checkpoint, rev: number | undefined): TransactWriteItem {
  const { contiguousTo, ahead, begun } = checkpoint;
  return {
    Put: {
      TableName: tableName(),
      Item: marshall({ ...checkpointPlace(shard), contiguousTo, ahead: [...ahead], begun, rev: (rev ?? 0) + 1 }),
      ...(rev === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: marshall({ ':rev': rev }) }),
    },
  };
}

/** The balances of all accounts in years and months: one query a span, whatever the number of entries. */
export async function readBalances(tenant: string, spans: readonly string[]): Promise<Balances> {
  const rows = await Promise.all(spans.map((span) => readPartition(balancesKey(tenant, span))));
  return balances(tenant, rows.flat());
}

/** The balances of one account in years and months. */
export async function readAccountBalances(tenant: string, spans: readonly string[], account: string): Promise<Balances> {
  return balances(tenant, await readItems(spans.map((span) => ({ pk: balancesKey(tenant, span), sk: account }))));
}

function balances(tenant: string, rows: readonly Record<string, unknown>[]): Balances {
  const found = new Map<string, Sums>(rows.map(({ pk, sk, ...sums }) => [`${pk} ${sk}`, sums]));
  return {
    accounts: [...new Set(rows.map((row) => row.sk as string))],
    sumsOf: (span, account) => found.get(`${balancesKey(tenant, span)} ${account}`),
  };
}

/** Items by key, strongly consistent; 100 per call, calls in parallel. */
async function readItems(wanted: readonly Key[]): Promise<Record<string, unknown>[]> {
  const chunks = Array.from({ length: Math.ceil(wanted.length / 100) }, (_, i) => wanted.slice(i * 100, i * 100 + 100));
  return (await Promise.all(chunks.map(readChunk))).flat();
}

async function readChunk(wanted: readonly Key[]): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let keys = wanted.map((key) => marshall({ ...key }));
  while (keys.length > 0) {
    const answer = await dynamo.send(new BatchGetItemCommand({ RequestItems: { [tableName()]: { Keys: keys, ConsistentRead: true } } }));
    found.push(...(answer.Responses?.[tableName()] ?? []).map(unmarshall));
    keys = (answer.UnprocessedKeys?.[tableName()]?.Keys ?? []) as typeof keys;
  }
  return found;
}
