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

/** Items read first from the end of a partition, where who looks mostly finds it; and the most at once, who goes on. */
const FIRST = 50;
const MOST = 1600;

/** Items of a partition whose sort key comes before a text, the last first, strongly consistent. */
export async function* readBackwards(pk: string, before: string): AsyncGenerator<Record<string, unknown>> {
  let start: Attributes | undefined;
  let limit = FIRST;
  do {
    const answer = await dynamo.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':before': before }),
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    yield* (answer.Items ?? []).map(unmarshall);
    start = answer.LastEvaluatedKey;
    limit = Math.min(limit * 2, MOST);
  } while (start);
}
