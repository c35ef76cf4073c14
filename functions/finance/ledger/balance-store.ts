import { BatchGetItemCommand, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { balancesKey, type Fence, type Increment } from '#domain/finance/ledger/fold.ts';
import type { Sums, SumsOf } from '#domain/finance/ledger/trial-balance.ts';
import { WriteConflict } from '#runtime/conflicts.ts';
import { dynamo, marshall, tableName, unmarshall } from '#runtime/dynamo.ts';
import { readPartition } from '#runtime/partition.ts';

/** A fence of a gate lane, with the revision that a write must still find. */
export interface StoredFence extends Fence {
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

/** The fences of lanes by their key, strongly consistent; lanes never folded yet are left out. */
export async function readFences(lanes: readonly string[]): Promise<Map<string, StoredFence>> {
  const items = await readItems(lanes.map((pk) => ({ pk, sk: '#' })));
  return new Map(items.map(({ pk, sk, ...fence }) => [pk as string, fence as unknown as StoredFence]));
}

/**
 * Adds to the balances and moves the fences in one transaction.
 * @throws WriteConflict when a fence moved since it was read, or another fold was at the same rows.
 */
export async function applyFold(
  increments: readonly Increment[],
  fences: ReadonlyMap<string, Fence>,
  before: ReadonlyMap<string, StoredFence>,
): Promise<void> {
  const items = [...increments.map(addition), ...[...fences].map(([pk, fence]) => moveFence(pk, fence, before.get(pk)?.rev))];
  try {
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: items }));
  } catch (error) {
    if (error instanceof Error && error.name === 'TransactionCanceledException') throw new WriteConflict(error.message);
    throw error;
  }
}

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

function moveFence(pk: string, fence: Fence, rev: number | undefined): TransactWriteItem {
  const { upTo, above, begun } = fence;
  return {
    Put: {
      TableName: tableName(),
      Item: marshall({ pk, sk: '#', upTo, above: [...above], begun, rev: (rev ?? 0) + 1 }),
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
