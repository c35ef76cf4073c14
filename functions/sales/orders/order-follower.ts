import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { update } from '#kernel/record.ts';
import type { RecordChange } from '#runtime/changes.ts';
import type { Records } from '#runtime/records.ts';
import { isRunning } from '#runtime/task-tokens.ts';
import { readWait } from '#runtime/waits.ts';
import { answerOrderWait, ORDER_TO_CASH, orderWantsExecution, startOrderToCash } from './execution.ts';

/**
 * Starts or answers the execution of an order, as the order now stands: when it, an invoice of it or what its execution
 * waits for has changed.
 */
export async function followOrder(records: Records, orderId: string, changes: readonly RecordChange[], now: Date): Promise<void> {
  const found = await records.get(Orders, orderId);
  if (!found) return;
  // What the closing execution wrote comes by here too: it waits for nothing any more.
  if (found.state === 'closed' && changes.every(({ kind }) => kind === 'order')) return;
  const [order, wait] = await Promise.all([reopened(records, found), readWait(records.tenant, orderId)]);
  if (!wait) {
    // Also one that was cancelled before anybody looked, where its money goes back by itself.
    if (await orderWantsExecution(records, order)) await startOrderToCash(records, order, now);
    return;
  }
  if (order !== found && !(await isRunning(ORDER_TO_CASH, wait.execution))) await startOrderToCash(records, order, now, wait.execution);
  else await answerOrderWait(records, order, wait, now);
}

/** The order: placed again where it was closed and yet an invoice is open, since a receipt bounced. */
async function reopened(records: Records, order: StoredOrder): Promise<StoredOrder> {
  if (order.state !== 'closed' || !(await orderWantsExecution(records, order))) return order;
  const { closedOn, ...rest } = order;
  return records.save<Order>([update(Orders, order, { ...rest, state: 'placed' } as StoredOrder)]);
}
