import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type Attributes, dynamo, marshall, tableName, unmarshall } from './dynamo.ts';

/** No tenant's name begins with `#`: this partition is nobody's. */
const DIRECTORY = '#tenants';

/** Enters a tenant into the directory that nightly work goes through; harmless when it is there already. */
export async function enlistTenant(tenant: string): Promise<void> {
  await dynamo.send(new PutItemCommand({ TableName: tableName(), Item: marshall({ pk: DIRECTORY, sk: tenant }) }));
}

/** Every tenant by name, or those after one. */
export async function* allTenants(after = ' '): AsyncGenerator<string> {
  let start: Attributes | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: marshall({ ':pk': DIRECTORY, ':after': after }),
        ...(start ? { ExclusiveStartKey: start } : {}),
      }),
    );
    for (const item of page.Items ?? []) yield unmarshall(item).sk as string;
    start = page.LastEvaluatedKey;
  } while (start);
}
