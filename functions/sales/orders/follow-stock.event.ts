import { followChanges } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { settleStock } from './backorder-store.ts';

/** Tells orders what they wait for when stock that they wait for has changed, and settles which of them bear a loss. */
export const handler = followChanges({
  code: 'follow-stock',
  subject: ({ id, after }) => (after ? id : undefined),
  handle: (tenant, id, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followStock', at: new Date() };
    return settleStock(new Records(tenant, stamp), id);
  },
});
