import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { env } from './env.ts';

const workflows = new SFNClient({ maxAttempts: 4 });

/** A state machine of this context: its ARN is in `WORKFLOW_ORDER_TO_CASH` for `order-to-cash`. */
export type WorkflowName = string;
const arnOf = (workflow: WorkflowName): string => env(`WORKFLOW_${workflow.toUpperCase().replaceAll('-', '_')}`);

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

/** The name of the execution that follows another: `ord_…`, `ord_…-2`, `ord_…-3`. */
export function nextName(name: string): string {
  const [, base = name, attempt] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? [];
  return `${base}-${Number(attempt ?? 1) + 1}`;
}

/** Starts an execution; false when there is or was one of that name: so a repeated event starts nothing twice. */
export async function startOnce(workflow: WorkflowName, name: string, input: object): Promise<boolean> {
  try {
    await workflows.send(new StartExecutionCommand({ stateMachineArn: arnOf(workflow), name, input: JSON.stringify(input) }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionAlreadyExists') return false;
    throw error;
  }
}

/** Whether an execution of that name runs now; undefined when there never was one (or it is forgotten by now). */
export async function isRunning(workflow: WorkflowName, name: string): Promise<boolean | undefined> {
  const executionArn = `${arnOf(workflow).replace(':stateMachine:', ':execution:')}:${name}`;
  try {
    return (await workflows.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING';
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return undefined;
    throw error;
  }
}

/** Nobody waits with this token any more: answered before, timed out, or the execution is gone. */
const GONE = new Set(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken']);

/** Lets the execution go on; false when nobody waits with this token any more. */
export const succeed = (token: string, output: object): Promise<boolean> =>
  answered(workflows.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) })));

/** Gives the execution an error that its `Catch` names; false when nobody waits with this token any more. */
export const fail = (token: string, error: string, cause: string): Promise<boolean> =>
  answered(workflows.send(new SendTaskFailureCommand({ taskToken: token, error, cause })));

async function answered(sending: Promise<unknown>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (error instanceof Error && GONE.has(error.name)) return false;
    throw error;
  }
}
