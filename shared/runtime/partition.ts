import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Attributes, dynamo, marshall, tableName, unmarshall } from './dynamo.ts';

/** Every item of a partition (whose sort key begins with a text), strongly consistent: one query per megabyte. */
export async function readPartition(pk: string, begins = ''): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  let start: Attributes | undefined;
  do {
    const answer = await dynamo.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: begins ? 'pk = :pk AND begins_with(sk, :begins)' : 'pk = :pk',
        ExpressionAttributeValues: marshall({ ':pk': pk, ...(begins ? { ':begins': begins } : {}) }),
        ConsistentRead: true,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    rows.push(...(answer.Items ?? []).map(unmarshall));
    start = answer.LastEvaluatedKey;
  } while (start);
  return rows;
}
