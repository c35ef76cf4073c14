import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { endpoints } from './endpoints.ts';

/** What projections and executions keep beside the records: it follows them a moment later, by itself. */
const BESIDE = /#(wait|balance|known|leaf|checkpoint)#/;

/** Every record that the table holds of a company, by key: to see that nothing changed. */
export async function itemsOf(tenant: string): Promise<Record<string, Record<string, unknown>>> {
  const client = new DynamoDBClient({});
  const pages = paginateScan(
    { client },
    {
      TableName: endpoints?.tables.records,
      FilterExpression: 'begins_with(pk, :tenant)',
      ExpressionAttributeValues: { ':tenant': { S: `${tenant}#` } },
      ConsistentRead: true,
    },
  );
  const items: Record<string, Record<string, unknown>> = {};
  for await (const { Items = [] } of pages)
    for (const item of Items.map((raw) => unmarshall(raw))) if (!BESIDE.test(item.pk)) items[`${item.pk} ${item.sk}`] = item;
  return items;
}
