import { isUnderWay, MEND, MonthCloses } from '#domain/finance/closing/month-close.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { reconciler } from '#runtime/reconcile.ts';
import { answerClose, MONTH_END_CLOSE, startClose } from './close-follower.ts';

/** Every close that is not at its end has an execution that looks at it, or waits for what comes next. */
export const handler = reconciler('reconcile-month-closes', {
  workflow: MONTH_END_CLOSE,
  type: MonthCloses,
  queues: [MEND, UNDER_WAY],
  wants: async (_, close) => isUnderWay(close),
  start: startClose,
  answer: (_, close, wait) => answerClose(close, wait),
});
