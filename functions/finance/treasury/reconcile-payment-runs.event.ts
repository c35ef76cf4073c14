import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { reconciler } from '#runtime/reconcile.ts';
import { answerRun, PAYMENT_RUN, startRun, wantsExecution } from './run-follower.ts';

/** Every payment run that is not at its end has an execution that waits for what comes next. */
export const handler = reconciler('reconcile-payment-runs', {
  workflow: PAYMENT_RUN,
  type: PaymentRuns,
  queues: ['approve', 'send', 'execute', UNDER_WAY],
  wants: async (_, run) => wantsExecution(run),
  start: startRun,
  answer: (_, run, wait) => answerRun(run, wait),
});
