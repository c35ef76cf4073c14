import { PaymentRuns, type StoredRun } from '#domain/finance/treasury/payment-run.ts';
import { addDays } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { fail, firstName, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { timerAt } from '#runtime/timers.ts';
import { readWait, type Wait } from '#runtime/waits.ts';

export const PAYMENT_RUN = 'payment-run';

/** A run that two people have not approved by so many days after it was proposed is cancelled: its bills wait for somebody else. */
const APPROVE_WITHIN_DAYS = 30;
/** Longest that an execution waits for the bank; both together below the year that a Standard execution may last. */
const EXECUTE_WITHIN_DAYS = 300;

/** Starts the run's execution: the first or, after one of that name, the next. False when it had been started. */
export const startRun = (records: Records, run: StoredRun, now: Date, after?: string): Promise<boolean> =>
  startOnce(PAYMENT_RUN, after === undefined ? firstName(records.tenant, run.id) : nextName(after), {
    tenant: records.tenant,
    runId: run.id,
    approval: timerAt(addDays(run.proposedOn, APPROVE_WITHIN_DAYS), now, APPROVE_WITHIN_DAYS),
    execution: timerAt(undefined, now, EXECUTE_WITHIN_DAYS),
  });

/** Answers the execution that waits, where the run has come to what it waits for; whether it did. */
export async function answerRun({ state, cancelled }: StoredRun, { awaits, token, tenant, about }: Wait): Promise<boolean> {
  if (state === 'cancelled') return fail(token, 'RunCancelled', cancelled?.reason ?? '');
  const reached =
    awaits === 'approval' ? !['proposing', 'proposed', 'cancelling'].includes(state) : ['executing', 'executed'].includes(state);
  return reached && succeed(token, { tenant, runId: about });
}

/** Whether a run must have an execution that runs. */
export const wantsExecution = ({ state }: StoredRun): boolean => ['proposed', 'approved', 'sent', 'executing'].includes(state);

/** Starts or answers the execution of a run, as the run stands. */
export async function followRun(records: Records, runId: string, now: Date): Promise<void> {
  const run = await records.get(PaymentRuns, runId);
  if (!run) return;
  const wait = await readWait(records.tenant, runId);
  if (wait) await answerRun(run, wait);
  else if (wantsExecution(run)) await startRun(records, run, now);
}
