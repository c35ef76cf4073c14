import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
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

/** The name of a record's first execution: `ord_….acme`. Whoever lists executions sees whose they are. */
export const firstName = (tenant: string, about: string): string => `${about}.${tenant}`;

/** The name of the execution that follows another: `ord_….acme`, `ord_…-2.acme`, `ord_…-3.acme`. */
export function nextName(name: string): string {
  const [, about = name, attempt = '1', tenant = ''] = NAME.exec(name) ?? [];
  return `${about}-${Number(attempt) + 1}${tenant}`;
}

const NAME = /^([^.-]+)(?:-(\d+))?(\..+)?$/;

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

/** The last of the executions that begin with one of this name, and the name of the one after it; undefined where there was none. */
export async function lastRun(
  workflow: WorkflowName,
  first: string,
): Promise<(Execution & { readonly name: string; readonly nextName: string }) | undefined> {
  let last: Awaited<ReturnType<typeof lastRun>>;
  for (let name = first; ; name = nextName(name)) {
    const found = await executionOf(workflow, name);
    if (!found) return last;
    last = { ...found, name, nextName: nextName(name) };
  }
}

/** Executions that run, or that ended without coming to their end: of those that Step Functions still knows (90 days). */
export interface Runs {
  /** Names. */
  readonly running: ReadonlySet<string>;
  /** Ids of the records that either kind is about, by tenant. */
  readonly about: ReadonlyMap<string, ReadonlySet<string>>;
}

const BROKEN_OFF = ['FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** Every execution of a workflow that has not come to its end; a thousand a call, and no charge for it. */
export async function runsOf(workflow: WorkflowName): Promise<Runs> {
  const running = new Set(await namesOf(workflow, 'RUNNING'));
  const about = new Map<string, Set<string>>();
  for (const name of [...running, ...(await Promise.all(BROKEN_OFF.map((status) => namesOf(workflow, status)))).flat()]) {
    const [, id = '', , tenant = ''] = NAME.exec(name) ?? [];
    about.set(tenant.slice(1), (about.get(tenant.slice(1)) ?? new Set()).add(id));
  }
  return { running, about };
}

async function namesOf(workflow: WorkflowName, statusFilter: 'RUNNING' | (typeof BROKEN_OFF)[number]): Promise<string[]> {
  const names: string[] = [];
  let nextToken: string | undefined;
  do {
    const page = await workflows.send(
      new ListExecutionsCommand({ stateMachineArn: arnOf(workflow), statusFilter, maxResults: 1000, nextToken }),
    );
    names.push(...(page.executions ?? []).flatMap(({ name }) => name ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  return names;
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
