import { BatchGetItemCommand, QueryCommand, TransactWriteItemsCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { monthOf, yearOf } from '#kernel/date.ts';
import type { Fence, Movement } from '#domain/finance/ledger/fold.ts';
import { WriteConflict } from '#runtime/conflicts.ts';
import { dynamo, marshall, tableName, unmarshall } from '#runtime/dynamo.ts';

/** Fences of gate lanes, with the revision that a write must still find. */
export interface StoredFence extends Fence {
  readonly rev: number;
}

/** Day totals of an account in a month, or month totals in a year: `d05`/`c05` are debit and credit of day (month) 5. */
export type BalanceRow = { readonly account: string } & Readonly<Record<string, number | string>>;

const balanceKey = (tenant: string, span: string): string => `${tenant}#balance#${span}`;

/** The fences of the lanes, strongly consistent; lanes never folded yet are left out. */
export async function readFences(lanes: readonly string[]): Promise<Map<string, StoredFence>> {
  const found = new Map<string, StoredFence>();
  for (let at = 0; at < lanes.length; at += 100) {
    let keys = lanes.slice(at, at + 100).map((pk) => marshall({ pk, sk: '#' }));
    while (keys.length > 0) {
      const answer = await dynamo.send(new BatchGetItemCommand({ RequestItems: { [tableName()]: { Keys: keys, ConsistentRead: true } } }));
      for (const item of (answer.Responses?.[tableName()] ?? []).map(unmarshall)) found.set(item.pk as string, { upTo: item.upTo as number, above: item.above as number[], rev: item.rev as number });
      keys = (answer.UnprocessedKeys?.[tableName()]?.Keys ?? []) as typeof keys;
    }
  }
  return found;
}

/**
 * Adds the movements and moves the fences in one transaction. Two items a movement: the day in its month, the month in
 * its year. @throws WriteConflict when a fence moved since it was read.
 */
export async function applyFold(movements: readonly Movement[], fences: ReadonlyMap<string, Fence>, before: ReadonlyMap<string, StoredFence>): Promise<void> {
  const items: TransactWriteItem[] = [
    ...rowsOf(movements).map(addition),
    ...[...fences].map(([pk, fence]) => moveFence(pk, fence, before.get(pk)?.rev)),
  ];
  try {
    await dynamo.send(new TransactWriteItemsCommand({ TransactItems: items }));
  } catch (error) {
    if (error instanceof Error && error.name === 'TransactionCanceledException') throw new WriteConflict(error.message);
    throw error;
  }
}

interface Row { readonly pk: string; readonly sk: string; readonly sums: Map<string, number> }

/** One row per account and month, and per account and year, with all its days. */
export function rowsOf(movements: readonly Movement[]): Row[] {
  const rows = new Map<string, Row>();
  const add = (pk: string, sk: string, field: string, amount: number) => {
    if (amount === 0) return;
    const row = rows.get(`${pk} ${sk}`) ?? { pk, sk, sums: new Map<string, number>() };
    row.sums.set(field, (row.sums.get(field) ?? 0) + amount);
    rows.set(`${pk} ${sk}`, row);
  };
  for (const { tenant, account, date, debit, credit } of movements) {
    const [month, day] = [date.slice(5, 7), date.slice(8, 10)];
    for (const [side, amount] of [['d', debit], ['c', credit]] as const) {
      add(balanceKey(tenant, monthOf(date)), account, `${side}${day}`, amount);
      add(balanceKey(tenant, yearOf(date)), account, `${side}${month}`, amount);
    }
  }
  return [...rows.values()];
}

function addition({ pk, sk, sums }: Row): TransactWriteItem {
  const fields = [...sums];
  return {
    Update: {
      TableName: tableName(),
      Key: marshall({ pk, sk }),
      UpdateExpression: `ADD ${fields.map((_, i) => `#f${i} :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(fields.map(([name], i) => [`#f${i}`, name])),
      ExpressionAttributeValues: marshall(Object.fromEntries(fields.map(([, amount], i) => [`:v${i}`, amount]))),
    },
  };
}

function moveFence(pk: string, { upTo, above }: Fence, rev: number | undefined): TransactWriteItem {
  return {
    Put: {
      TableName: tableName(),
      Item: marshall({ pk, sk: '#', upTo, above: [...above], rev: (rev ?? 0) + 1 }),
      ...(rev === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: marshall({ ':rev': rev }) }),
    },
  };
}

/** All accounts' rows of a year (`2026`) or a month (`2026-11`): one query, whatever the number of entries. */
export async function readBalances(tenant: string, span: string): Promise<BalanceRow[]> {
  const rows: BalanceRow[] = [];
  let start: Parameters<typeof unmarshall>[0] | undefined;
  do {
    const answer = await dynamo.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': balanceKey(tenant, span) }),
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    for (const { pk, sk, ...sums } of (answer.Items ?? []).map(unmarshall)) rows.push({ ...sums, account: sk as string } as BalanceRow);
    start = answer.LastEvaluatedKey;
  } while (start);
  return rows;
}
