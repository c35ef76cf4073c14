import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { prefixOf } from '#kernel/id.ts';
import { followChanges } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { followRun } from './run-follower.ts';

/** Starts and answers the executions of payment runs. */
export const handler = followChanges({
  code: 'follow-payment-runs',
  subject: ({ id }) => (prefixOf(id) === PaymentRuns.prefix ? id : undefined),
  handle: (tenant, id, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followPaymentRuns', at: now };
    return followRun(new Records(tenant, stamp), id, now);
  },
});
