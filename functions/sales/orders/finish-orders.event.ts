import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { isAbandoned } from '#domain/sales/orders/workflow.ts';
import { DomainError } from '#kernel/errors.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { log } from '#runtime/log.ts';
import type { Records } from '#runtime/records.ts';
import { sweep } from '#runtime/sweep.ts';
import { endPendingOperation } from './pending-operations.ts';

/**
 * Ends the operations of long orders that a crash cut off and whose request nobody sent again.
 */
export const handler = sweep('finish-orders', {
  type: Orders,
  queues: [UNDER_WAY],
  wants: isAbandoned,
  handle: finish,
});

async function finish(records: Records, order: StoredOrder): Promise<void> {
  try {
    await endPendingOperation(records, order);
  } catch (error) {
    const now = await records.get(Orders, order.id);
    // A refusal is an end as well, once all of it is rolled back; anything else comes again, and the run says so.
    if (!(error instanceof DomainError) || now?.pendingOperation) throw error;
    log('info', 'finish-orders.rolled-back', { order: order.id, code: error.code });
  }
}
