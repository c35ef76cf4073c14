import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { LAST } from './lists.ts';
import { listKeyOf } from './record-item.ts';

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

/**
 * What waits in a queue, by one query of the sparse index, whatever the number of records. Bounds of the sort text, both
 * included. Like every index it follows the records within a moment.
 */
export async function openWork(
  tenant: string,
  { kind }: { readonly kind: string },
  queue: string,
  { from = ' ', to = LAST }: { readonly from?: string; readonly to?: string } = {},
): Promise<OpenWork> {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: 'open',
      KeyConditionExpression: 'opk = :opk AND osk BETWEEN :from AND :to',
      ExpressionAttributeValues: marshall({ ':opk': listKeyOf(tenant, kind, queue), ':from': from, ':to': to }),
      Limit: MOST_COUNTED + 1,
    }),
  );
  const rows = Items.slice(0, MOST_COUNTED).map(unmarshall);
  return {
    count: rows.length,
    capped: Items.length > MOST_COUNTED,
    amount: rows.reduce((sum, row) => sum + Number(row.due ?? 0), 0),
    sorts: rows.map((row) => row.osk as string),
  };
}
