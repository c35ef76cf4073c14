import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { kindOf } from '../../shared/domain/kinds.ts';
import type { RecordRef } from '../../shared/runtime/dead-letters.ts';
import { dynamo, marshall, tableName, unmarshall } from '../../shared/runtime/dynamo.ts';
import { keyOf } from '../../shared/runtime/record-item.ts';

// biome-ignore lint/suspicious/noExplicitAny: an item is whatever somebody made of it.
export type RawItem = Record<string, any>;

/** A record's item as it lies in the table, past everything that checks it. */
export async function rawItem({ tenant, kind, id }: RecordRef): Promise<RawItem> {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName(), Key: marshall(keyOf(tenant, kindOf(id) ?? { kind }, id)), ConsistentRead: true }),
  );
  if (!Item) throw new Error(`${tenant} has no ${id}`);
  return unmarshall(Item);
}

/** Writes an item as it is: as a hand in the AWS console would, or a restored backup. */
export const putRaw = (item: RawItem): Promise<unknown> =>
  dynamo.send(new PutItemCommand({ TableName: tableName(), Item: marshall(item) }));
