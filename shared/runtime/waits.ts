import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamo, marshall, tableName, unmarshall } from './dynamo.ts';

/**
 * What an execution waits for, put into the table by the execution itself. The key names the record that it is about:
 * one record has one wait at a time, and a new one replaces it.
 */
export interface Wait {
  readonly tenant: string;
  /** The record that the execution is about. */
  readonly about: string;
  readonly awaits: string;
  readonly token: string;
  /** Name of the execution. */
  readonly execution: string;
  /** ISO instant at which it began to wait. */
  readonly since: string;
  /** ISO instant at which its timer rings. */
  readonly until: string;
}

/** What the record's execution waits for, or last waited for. Strongly consistent. */
export async function readWait(tenant: string, about: string): Promise<Wait | undefined> {
  const Key = marshall({ pk: `${tenant}#wait#${about}`, sk: '#' });
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: tableName(), Key, ConsistentRead: true }));
  return Item && (unmarshall(Item) as unknown as Wait);
}
