import type { RecordType, Stored } from '#kernel/record.ts';
import { note } from './log.ts';
import { openRows } from './open-work.ts';
import { worker } from './pipeline.ts';
import type { Records } from './records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from './rounds.ts';
import { fail, firstName, lastRun, type Runs, runsOf, type WorkflowName } from './task-tokens.ts';
import { readWait, type Wait } from './waits.ts';

/** How the records of a kind stand to their executions. */
export interface Reconciliation<T> {
  readonly workflow: WorkflowName;
  readonly type: RecordType<T>;
  /** Of the index of open work: whose records may want an execution. */
  readonly queues: readonly string[];
  /** Ids of more such records, where their own queues do not tell. */
  readonly more?: (records: Records) => AsyncIterable<string>;
  /** Whether a record, as it stands, must have an execution that runs. */
  readonly wants: (records: Records, record: Stored<T>) => Promise<boolean>;
  /** Starts the record's execution, after the one of that name where there was one. */
  readonly start: (records: Records, record: Stored<T>, now: Date, after?: string) => Promise<boolean>;
  /** Answers the execution that waits, where the record has passed what it waits for; whether it did. */
  readonly answer: (records: Records, record: Stored<T>, wait: Wait, now: Date) => Promise<boolean>;
}

/** What was looked at, started again, answered because the event was lost, and rung because the timer was. */
export interface Reconciled extends RoundResult {
  readonly records: number;
  readonly started: number;
  readonly answered: number;
  readonly rung: number;
}

type Counts = Pick<{ -readonly [K in keyof Reconciled]: Reconciled[K] }, 'records' | 'started' | 'answered' | 'rung'>;
const AT_ONCE = 10;

/**
 * Compares what waits with what runs: the record is the truth. Looked at are the records that wait in queues, that have
 * an execution running, and whose execution ended without coming to its end; never all that there are. Starts what is
 * missing, answers where the event was lost, and rings timers that should have rung.
 */
export const reconciler = <T>(code: string, kind: Reconciliation<T>) =>
  worker<ScheduleEvent | undefined, Reconciled>(code, async (event, clock) => {
    const counts: Counts = { records: 0, started: 0, answered: 0, rung: 0 };
    const visit = (records: Records, runs: Runs): Promise<number> => visitCompany(code, kind, { records, runs, counts });
    const result = { ...(await roundHandler({ code, once: 'day', before: () => runsOf(kind.workflow), visit })(event, clock)), ...counts };
    note(result);
    return result;
  });

interface Visit {
  readonly records: Records;
  readonly runs: Runs;
  readonly counts: Counts;
}

async function visitCompany<T>(code: string, kind: Reconciliation<T>, visit: Visit): Promise<number> {
  const { records, counts } = visit;
  const ids = [...(await candidates(kind, visit))].sort();
  let failed = 0;
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const unreadable = new Set<string>();
    const found = (await records.getMany(kind.type, ids.slice(at, at + AT_ONCE), unreadable)).filter((record) => record !== undefined);
    failed += unreadable.size;
    counts.records += found.length;
    const one = async (record: Stored<T>): Promise<void> => {
      try {
        const what = await reconcile(kind, record, visit);
        if (what) counts[what] += 1;
      } catch (error) {
        failed += noteFailure(code, { tenant: records.tenant, record: record.id }, error);
      }
    };
    await Promise.all(found.map(one));
  }
  return failed;
}

async function candidates<T>({ type, queues, more }: Reconciliation<T>, { records, runs }: Visit): Promise<Set<string>> {
  const ids = new Set(runs.about.get(records.tenant));
  for (const queue of queues) for await (const rows of openRows(records.tenant, type, queue)) for (const { id } of rows) ids.add(id);
  for await (const id of more?.(records) ?? []) ids.add(id);
  return ids;
}

async function reconcile<T>(
  { workflow, wants, start, answer }: Reconciliation<T>,
  record: Stored<T>,
  { records, runs }: Visit,
): Promise<'started' | 'answered' | 'rung' | undefined> {
  const now = new Date();
  const wait = await readWait(records.tenant, record.id);
  const name = wait?.execution ?? firstName(records.tenant, record.id);
  if (wait && runs.running.has(name)) {
    if (await answer(records, record, wait, now)) return 'answered';
    if (wait.until > now.toISOString()) return undefined;
    return (await fail(wait.token, 'TimerDue', `due ${wait.until}`)) ? 'rung' : undefined;
  }
  if (!(await wants(records, record))) return undefined;
  // The list of executions is a moment old, and one that failed before it waited has left no wait.
  const last = await lastRun(workflow, name);
  if (last?.running) return undefined;
  return (await start(records, record, now, last?.name)) ? 'started' : undefined;
}
