import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { isAbandoned } from '#domain/sales/orders/workflow.ts';
import { DomainError } from '#kernel/errors.ts';
import { log } from '#runtime/log.ts';
import type { Records } from '#runtime/records.ts';
import { sweep } from '#runtime/sweep.ts';
import { releaseCancelled } from './cancelling.ts';
import { undoPlacing } from './placing-long.ts';
import { begunShipping, resumeShipping } from './shipping-long.ts';

/**
 * Ends the steps of long orders that a crash cut off and whose request nobody sent again: a placing is taken back, so
 * that nothing stays reserved; a shipment is finished, or taken back; a cancelled order releases the rest.
 */
export const handler = sweep('finish-orders', {
  type: Orders,
  wants: (order, now) => isAbandoned(order, now),
  fiscalYears: async (records) => (await records.get(Companies, COMPANY_ID))?.fiscalYears ?? [],
  handle: finish,
});

async function finish(records: Records, order: StoredOrder): Promise<void> {
  if (order.state === 'placing') return undoPlacing(records, order);
  if (order.step?.kind === 'release') return void (await releaseCancelled(records, order));
  const shipping = begunShipping(order);
  if (!shipping) return;
  try {
    await resumeShipping(records, order, shipping);
  } catch (error) {
    // A shipment that is refused has been taken back by then: that is an end as well.
    if (!(error instanceof DomainError)) throw error;
    log('info', 'finish-orders.taken-back', { order: order.id, code: error.code });
  }
}
