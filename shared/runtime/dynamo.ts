import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { env } from './env.ts';

export { type Attributes, marshall, unmarshall } from './attributes.ts';

/** One client per process. Conflicts are retried by the action, which re-reads first; the SDK retries throttles and network faults. */
export const dynamo = new DynamoDBClient({ maxAttempts: 4 });
export const tableName = (): string => env('TABLE_RECORDS');
