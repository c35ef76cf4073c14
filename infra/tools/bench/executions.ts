import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { firstName } from '#runtime/task-tokens.ts';
import type { Endpoints } from '../local/outputs.ts';

const client = new SFNClient({});

const arnOf = (cloud: Endpoints, tenant: string, orderId: string): string =>
  `${(cloud.stateMachines['order-to-cash'] ?? '').replace(':stateMachine:', ':execution:')}:${firstName(tenant, orderId)}`;

/** Whether an order's execution has come to its end. @throws Error where it failed. */
export async function hasEnded(cloud: Endpoints, tenant: string, orderId: string): Promise<boolean> {
  const { status, cause } = await client.send(new DescribeExecutionCommand({ executionArn: arnOf(cloud, tenant, orderId) }));
  if (status !== 'RUNNING' && status !== 'SUCCEEDED') throw new Error(`the execution of ${orderId} is ${status}: ${cause}`);
  return status === 'SUCCEEDED';
}

/** The states that an order's execution entered: StateEntered events of its history. */
export async function statesEntered(cloud: Endpoints, tenant: string, orderId: string): Promise<string[]> {
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn: arnOf(cloud, tenant, orderId), maxResults: 1000 }),
  );
  return events.flatMap(({ stateEnteredEventDetails: entered }) => entered?.name ?? []);
}
