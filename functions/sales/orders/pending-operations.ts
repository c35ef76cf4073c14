import type { StoredOrder } from '#domain/sales/orders/order.ts';
import { rollBack } from '#runtime/batched.ts';
import type { Records } from '#runtime/records.ts';
import { releaseEnded } from './order-cancellation.ts';
import { placementOf } from './order-placement.ts';
import { begunShipping, resumeShipping } from './order-shipment.ts';

/**
 * Ends the operation of a long order that a crash cut off and whose request nobody sent again: a placing is rolled back,
 * so that nothing stays reserved; a shipment is finished, or rolled back; a cancelled order releases the rest.
 * @throws DomainError the refusal that rolled a shipment back.
 */
export async function endPendingOperation(records: Records, order: StoredOrder): Promise<void> {
  if (order.state === 'placing') await rollBack(records, placementOf(records, order), order);
  else if (order.pendingOperation?.kind === 'release') await releaseEnded(records, order);
  else {
    const shipping = begunShipping(order);
    if (shipping) await resumeShipping(records, order, shipping);
  }
}
