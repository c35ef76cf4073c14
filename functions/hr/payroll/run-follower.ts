import { PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import type { Records } from '#runtime/records.ts';
import { fail, firstName, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { timerAt } from '#runtime/timers.ts';
import { readWait, type Wait } from '#runtime/waits.ts';

export const PAYROLL_RUN = 'payroll-run';

/** A run that two people have not approved so many days after it was worked out is cancelled: its months are free again. */
const APPROVE_WITHIN_DAYS = 45;

/** Starts the run's execution: the first or, after one of that name, the next. False when it had been started. */
export const startPayRun = (records: Records, run: StoredPayRun, now: Date, after?: string): Promise<boolean> =>
  startOnce(PAYROLL_RUN, after === undefined ? firstName(records.tenant, run.id) : nextName(after), {
    tenant: records.tenant,
    runId: run.id,
    approval: timerAt(undefined, now, APPROVE_WITHIN_DAYS),
  });

/** Answers the execution that waits, where the run has come to what it waits for; whether it did. */
export async function answerPayRun({ state, cancelled }: StoredPayRun, { token, tenant, about }: Wait): Promise<boolean> {
  if (state === 'cancelled') return fail(token, 'RunCancelled', cancelled?.reason ?? '');
  return ['approved', 'posted'].includes(state) && succeed(token, { tenant, runId: about });
}

/** Whether a run must have an execution that runs. */
export const wantsPayExecution = ({ state }: StoredPayRun): boolean => ['calculating', 'proposed', 'approved'].includes(state);

/** Starts or answers the execution of a run, as the run stands. */
export async function followPayRun(records: Records, runId: string, now: Date): Promise<void> {
  const run = await records.get(PayrollRuns, runId);
  if (!run) return;
  const wait = await readWait(records.tenant, runId);
  if (wait) await answerPayRun(run, wait);
  else if (wantsPayExecution(run)) await startPayRun(records, run, now);
}
