import { type AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall as fromItem, type NativeAttributeValue, marshall as toItem } from '@aws-sdk/util-dynamodb';
import { env } from './env.ts';

/** One client per process. Conflicts are retried by the action, which re-reads first; the SDK retries throttles and network faults. */
export const dynamo = new DynamoDBClient({ maxAttempts: 4 });
export const tableName = (): string => env('TABLE_RECORDS');

export type Attributes = Record<string, AttributeValue>;
export const marshall = (value: Record<string, NativeAttributeValue>): Attributes =>
  toItem(value, { removeUndefinedValues: true }) as Attributes;
export const unmarshall = (item: Attributes): Record<string, NativeAttributeValue> => fromItem(item);
