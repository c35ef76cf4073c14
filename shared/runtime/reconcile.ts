import type { RecordType, Stored } from '#kernel/record.ts';
import { log } from './log.ts';
import { Records } from './records.ts';
import { recordsOf } from './sweep.ts';
import { fail, isRunning, type WorkflowName } from './task-tokens.ts';
import { allTenants } from './tenants.ts';
import { readWait } from './waits.ts';

/** How the records of a kind stand to their executions. */
export interface Reconciliation<T> {
  readonly workflow: WorkflowName;
  readonly type: RecordType<T>;
  /** Whether a record must have an execution that runs. */
  readonly wants: (record: Stored<T>) => boolean;
  /** Starts the record's execution, after the one of that name where there was one. */
  readonly start: (records: Records, record: Stored<T>, now: Date, after?: string) => Promise<boolean>;
  readonly fiscalYears: (records: Records) => Promise<readonly string[]>;
}

/** What was looked at, started again, and rung. */
export interface Reconciled {
  records: number;
  started: number;
  rung: number;
}

/**
 * Compares every record that should have a running execution with its execution: the record is the truth. Starts those
 * that are missing (ended by hand, after their year, with the emulator) and rings timers that should have rung.
 */
export const reconciler =
  <T>(code: string, kind: Reconciliation<T>) =>
  async (): Promise<Reconciled> => {
    const done: Reconciled = { records: 0, started: 0, rung: 0 };
    for await (const tenant of allTenants()) {
      const records = new Records(tenant, { by: 'workflow', request: 'reconciliation', action: code, at: new Date() });
      for await (const record of recordsOf(records, kind.type, await kind.fiscalYears(records), kind.wants)) {
        const what = await reconcile(records, kind, record);
        done.records += 1;
        if (what) done[what] += 1;
      }
    }
    log('info', code, { ...done });
    return done;
  };

async function reconcile<T>(
  records: Records,
  { workflow, start }: Reconciliation<T>,
  record: Stored<T>,
): Promise<'started' | 'rung' | undefined> {
  const now = new Date();
  const wait = await readWait(records.tenant, record.id);
  const running = await isRunning(workflow, wait?.execution ?? record.id);
  if (!running) {
    const before = running === undefined && !wait ? undefined : (wait?.execution ?? record.id);
    return (await start(records, record, now, before)) ? 'started' : undefined;
  }
  if (!wait || wait.until > now.toISOString()) return undefined;
  return (await fail(wait.token, 'TimerDue', `due ${wait.until}`)) ? 'rung' : undefined;
}
