import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { reconciler } from '#runtime/reconcile.ts';
import { answerPayRun, PAYROLL_RUN, startPayRun, wantsPayExecution } from './run-follower.ts';

/** Every pay run that is not at its end has an execution that works it out, or waits for what comes next. */
export const handler = reconciler('reconcile-payroll-runs', {
  workflow: PAYROLL_RUN,
  type: PayrollRuns,
  queues: ['approve', UNDER_WAY],
  wants: async (_, run) => wantsPayExecution(run),
  start: startPayRun,
  answer: (_, run, wait) => answerPayRun(run, wait),
});
