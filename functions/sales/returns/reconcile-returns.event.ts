import { APPLY } from '#domain/finance/open-items/queues.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { openRecords } from '#runtime/open-work.ts';
import { reconciler } from '#runtime/reconcile.ts';
import type { Records } from '#runtime/records.ts';
import { answerReturnWait, ORDER_RETURN, returnWantsExecution, startOrderReturn, withMoneyState } from './execution.ts';

/** Every return is in the state that its money gives it, and has an execution while it waits for goods, or for money that goes back by itself. */
export const handler = reconciler('reconcile-returns', {
  workflow: ORDER_RETURN,
  type: Returns,
  queues: ['receive', 'refund'],
  more: reopenedOnes,
  wants: async (records, ret) => returnWantsExecution(records, await withMoneyState(records, ret)),
  start: startOrderReturn,
  answer: (_, ret, wait) => answerReturnWait(ret, wait),
});

/** Returns with credit to use: of those that were closed it has been freed again. A damaged note is told of where it is read. */
async function* reopenedOnes(records: Records): AsyncGenerator<string> {
  for await (const { returnId } of openRecords(records, CreditNotes, APPLY, {}, new Set())) if (returnId !== undefined) yield returnId;
}
