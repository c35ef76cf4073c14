import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { MODULES } from '../../../shared/api/modules.ts';
import { dynamo } from '../../../shared/runtime/dynamo.ts';
import { changeRoutes } from '../../constructs/change-queue.ts';
import { Failure } from '../local/failure.ts';

export const sqs = new SQSClient({ maxAttempts: 6 });

/**
 * Points this process at a deployment, as its own functions are: its table, and the queues of those that follow changes.
 * All of it is found by name, with the operator's own credentials.
 */
export async function pointAtDeployment(table = process.env.TABLE_RECORDS): Promise<void> {
  const routes = changeRoutes(MODULES);
  const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: routes[0]?.queue }));
  process.env.CHANGE_QUEUES = JSON.stringify(Object.fromEntries(routes.map(({ queue, kinds }) => [queue, kinds])));
  process.env.CHANGE_QUEUES_AT = QueueUrl.slice(0, QueueUrl.lastIndexOf('/') + 1);
  process.env.TABLE_RECORDS = table ?? (await tableOfDeployment());
}

async function tableOfDeployment(): Promise<string> {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({ ExclusiveStartTableName: 'Trastienda-Data', Limit: 10 }));
  const found = TableNames.filter((name) => name.startsWith('Trastienda-Data-Records'));
  if (found.length !== 1 || !found[0])
    throw new Failure(`${found.length} tables are named Trastienda-Data-Records…: name the one in use by TABLE_RECORDS`);
  return found[0];
}

/** Kinds that somebody follows. */
export const followedKinds = (): readonly string[] => [...new Set(changeRoutes(MODULES).flatMap(({ kinds }) => kinds))];
