import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, marshall, tableName } from '../../shared/runtime/dynamo.ts';
import { readWait, type Wait } from '../../shared/runtime/waits.ts';

/** Writes an item past the product. */
export const putItem = (item: object) => dynamo.send(new PutItemCommand({ TableName: tableName(), Item: marshall({ ...item }) }));

/**
 * Work whose events are lost: nobody can answer the wait of `id` while they come by, and then it stands as if they had never
 * come. No follower is told of an item of another kind.
 * @param passed changes something else and resolves once its followers have seen to it: changes come in order.
 */
export async function withoutEvents<T>(tenant: string, id: string, work: () => Promise<T>, passed: () => Promise<unknown>): Promise<T> {
  const wait = (await readWait(tenant, id)) as Wait;
  await putItem({ ...wait, token: 'hidden', kind: 'lost' });
  const result = await work();
  await passed();
  await putItem({ ...wait, kind: 'lost' });
  return result;
}
