import { Records } from '#runtime/records.ts';
import { followStream, type RecordChange } from '#runtime/stream.ts';
import { followReturn } from '../returns/following.ts';
import { followOrder } from './following.ts';

/** The order or return that a change is about: its own record, an invoice of it, or what its execution waits for. */
function subjectOf({ tenant, kind, id, after }: RecordChange): string | undefined {
  const subject = kind === 'invoice' ? (after.orderId as string | undefined) : id;
  return subject?.startsWith('ord_') || subject?.startsWith('ret_') ? `${tenant} ${subject}` : undefined;
}

/**
 * Starts and answers the executions of orders and returns. One consumer for both: a shard of the stream serves two
 * readers well (this one and the fold of balances), and a third would slow them all.
 */
export const handler = followStream('follow-sales', subjectOf, async (key, changes) => {
  const [tenant = '', id = ''] = key.split(' ');
  const now = new Date();
  const records = new Records(tenant, { by: 'workflow', request: id, action: 'followSales', at: now });
  await (id.startsWith('ret_') ? followReturn : followOrder)(records, id, changes, now);
});
