import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { openRecords } from '#runtime/open-work.ts';
import { reconciler } from '#runtime/reconcile.ts';
import type { Records } from '#runtime/records.ts';
import { answerOrderWait, ORDER_TO_CASH, orderWantsExecution, startOrderToCash } from './execution.ts';

/** Every order that is not at its end has an execution that waits for what comes next. */
export const handler = reconciler('reconcile-orders', {
  workflow: ORDER_TO_CASH,
  type: Orders,
  queues: ['ship', 'goods', 'invoice'],
  more: owedFor,
  wants: orderWantsExecution,
  start: startOrderToCash,
  answer: answerOrderWait,
});

/**
 * Orders for which somebody owes, or is owed: they have left their own queues. One that was cancelled before anybody looked has
 * no execution at all. A damaged document is told of where it is read.
 */
async function* owedFor(records: Records): AsyncGenerator<string> {
  for await (const { orderId } of openRecords(records, CreditNotes, APPLY, {}, new Set())) if (orderId !== undefined) yield orderId;
  for await (const { orderId } of openRecords(records, Invoices, PAY, {}, new Set())) if (orderId !== undefined) yield orderId;
}
