import { Orders } from '#domain/sales/orders/order.ts';
import { Records } from '#runtime/records.ts';
import { followStream, type RecordChange } from '#runtime/stream.ts';
import { readWait } from '#runtime/waits.ts';
import { answer, start } from './execution.ts';

/** The order that a change is about: its own record, an invoice of it, or what its execution waits for. */
function orderOf({ tenant, kind, id, after }: RecordChange): string | undefined {
  const orderId = kind === 'invoice' ? (after.orderId as string | undefined) : id;
  return orderId?.startsWith('ord_') ? `${tenant} ${orderId}` : undefined;
}

/** The order has just been placed: only then is an execution started, so that a replay finds it started already. */
const isPlacing = ({ kind, before, after }: RecordChange): boolean =>
  kind === 'order' && after.state === 'placed' && before?.state !== 'placed';

/** An invoice that was paid is open again: a receipt bounced. */
const isReopened = ({ kind, before, after }: RecordChange): boolean => kind === 'invoice' && before?.open === 0 && Number(after.open) > 0;

/** Starts and answers the executions of orders, from what the table's stream tells of them. */
export const handler = followStream('follow-orders', orderOf, async (key, changes) => {
  const [tenant = '', orderId = ''] = key.split(' ');
  const now = new Date();
  const records = new Records(tenant, { by: 'workflow', request: orderId, action: 'followOrders', at: now });
  const order = await records.get(Orders, orderId);
  if (!order) return;
  if (changes.some(isPlacing)) await start(records, order, now);
  // What the closing execution wrote comes by here too: it waits for nothing any more.
  if (order.state === 'closed' && changes.every(({ kind }) => kind === 'order')) return;
  const wait = await readWait(tenant, orderId);
  if (!wait) return;
  if (order.state === 'closed' && changes.some(isReopened)) await start(records, order, now, wait.execution);
  else await answer(records, order, wait, now);
});
