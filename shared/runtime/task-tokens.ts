import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { env } from './env.ts';

/** One client per process. */
export const workflows = new SFNClient({ maxAttempts: 4 });

/** A state machine of this context: its ARN is in `WORKFLOW_ORDER_TO_CASH` for `order-to-cash`. */
export type WorkflowName = string;
const arnOf = (workflow: WorkflowName): string => env(`WORKFLOW_${workflow.toUpperCase().replaceAll('-', '_')}`);

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

interface Execution {
  readonly running: boolean;
  readonly input: object;
}

/** The execution of that name; undefined when there never was one (or it is forgotten by now). */
async function executionOf(workflow: WorkflowName, name: string): Promise<Execution | undefined> {
  const executionArn = `${arnOf(workflow).replace(':stateMachine:', ':execution:')}:${name}`;
  try {
    const { status, input = '{}' } = await workflows.send(new DescribeExecutionCommand({ executionArn }));
    return { running: status === 'RUNNING', input: JSON.parse(input) as object };
  } catch (error) {
    if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return undefined;
    throw error;
  }
}

/** Whether an execution of that name runs now; undefined when there never was one. */
export const isRunning = async (workflow: WorkflowName, name: string): Promise<boolean | undefined> =>
  (await executionOf(workflow, name))?.running;

/** The last execution about a record, its input, and the name of the one after it; undefined where there was none. */
export async function lastRun(workflow: WorkflowName, about: string): Promise<(Execution & { readonly nextName: string }) | undefined> {
  let last: (Execution & { readonly nextName: string }) | undefined;
  for (let name = about; ; name = nextName(name)) {
    const found = await executionOf(workflow, name);
    if (!found) return last;
    last = { ...found, nextName: nextName(name) };
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
