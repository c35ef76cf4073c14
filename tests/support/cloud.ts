import {
  DescribeExecutionCommand,
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  ListExecutionsCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { vi } from 'vitest';
import { endpoints } from './endpoints.ts';

const cloud = () => {
  if (!endpoints) throw new Error('these tests need the deployed stack: run them by npm test');
  return endpoints;
};
const client = () =>
  new SFNClient({ endpoint: cloud().endpointUrl, region: cloud().region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });

/** Asks until `look` gives something other than undefined (or false); fails after `seconds` with the name of what was awaited. */
export const eventually = async <T>(what: string, look: () => Promise<T | undefined | false>, seconds = 30): Promise<T> =>
  vi.waitFor(
    async () => {
      const found = await look();
      if (found === undefined || found === false) throw new Error(`${what}: not within ${seconds} s`);
      return found;
    },
    { timeout: seconds * 1000, interval: 50 },
  );

const arnOf = (machine: string, name: string): string =>
  `${(cloud().stateMachines[machine] ?? '').replace(':stateMachine:', ':execution:')}:${name}`;

/** The name of a record's execution. */
export const runOf = (tenant: string, about: string, attempt = 1): string => `${about}${attempt > 1 ? `-${attempt}` : ''}.${tenant}`;

export async function executionStatus(machine: string, name: string): Promise<ExecutionStatus | undefined> {
  try {
    return (await client().send(new DescribeExecutionCommand({ executionArn: arnOf(machine, name) }))).status;
  } catch (error) {
    if ((error as Error).name === 'ExecutionDoesNotExist') return undefined;
    throw error;
  }
}

/** The states that an execution has entered, in order: what AWS bills as transitions. */
export async function statesEntered(machine: string, name: string): Promise<string[]> {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client().send(new GetExecutionHistoryCommand({ executionArn: arnOf(machine, name), nextToken, maxResults: 1000 }));
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return events.flatMap((event) => event.stateEnteredEventDetails?.name ?? []);
}

/** Names of the executions about a record. */
export async function executionsOf(machine: string, record: string): Promise<string[]> {
  const { executions = [] } = await client().send(
    new ListExecutionsCommand({ stateMachineArn: cloud().stateMachines[machine], maxResults: 1000 }),
  );
  return executions.flatMap(({ name }) => (name?.startsWith(record) ? [name] : [])).sort();
}

export const stopExecution = async (machine: string, name: string): Promise<void> =>
  void (await client().send(new StopExecutionCommand({ executionArn: arnOf(machine, name), error: 'Test', cause: 'ended by a test' })));

/** Invokes a deployed worker by its purpose, as its trigger would; its answer. */
export async function invokeWorker<T>(purpose: string, payload: unknown = {}): Promise<T> {
  const { endpointUrl, region, functions } = cloud();
  const scope = `${new Date().toISOString().slice(0, 10).replaceAll('-', '')}/${region}/lambda/aws4_request`;
  const response = await fetch(`${endpointUrl}/2015-03-31/functions/${encodeURIComponent(functions[purpose] ?? '')}/invocations`, {
    method: 'POST',
    body: JSON.stringify(payload),
    headers: { authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=host, Signature=0` },
  });
  const text = await response.text();
  if (!response.ok || response.headers.has('x-amz-function-error')) throw new Error(`${purpose}: ${response.status} ${text}`);
  return JSON.parse(text) as T;
}

/** Mails that left by way of SES to an address, as the emulator keeps them. */
export async function mailsTo(address: string): Promise<string[]> {
  const answer = (await (await fetch(`${cloud().endpointUrl}/_ministack/ses/messages`)).json()) as { messages: Record<string, unknown[]> };
  const sent = Object.values(answer.messages)
    .flat()
    .map((message) => JSON.stringify(message));
  return sent.filter((message) => message.includes(address));
}
