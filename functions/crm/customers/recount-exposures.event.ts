import { COUNTING, CreditExposures, mayBeRecounted } from '#domain/crm/customers/customer.ts';
import { sweep } from '#runtime/sweep.ts';
import { recountExposure } from './exposure-store.ts';

/** Counts again what customers had at risk when their first credit limit was set, once all who were at work then have ended. */
export const handler = sweep('recount-exposures', {
  type: CreditExposures,
  queues: [COUNTING],
  wants: mayBeRecounted,
  handle: recountExposure,
});
