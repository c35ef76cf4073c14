import { Orders } from '#domain/sales/orders/order.ts';
import type { Records } from '#runtime/records.ts';
import type { RecordChange } from '#runtime/stream.ts';
import { readWait } from '#runtime/waits.ts';
import { answer, start } from './execution.ts';

/** The order has just been placed: only then is an execution started, so that a replay finds it started already. */
const isPlacing = ({ kind, before, after }: RecordChange): boolean =>
  kind === 'order' && after.state === 'placed' && before?.state !== 'placed';

/** An invoice that was paid is open again: a receipt bounced. */
const isReopened = ({ kind, before, after }: RecordChange): boolean => kind === 'invoice' && before?.open === 0 && Number(after.open) > 0;

/** Starts or answers the execution of an order, from what the table's stream tells of the order, its invoices and its wait. */
export async function followOrder(records: Records, orderId: string, changes: readonly RecordChange[], now: Date): Promise<void> {
  const order = await records.get(Orders, orderId);
  if (!order) return;
  if (changes.some(isPlacing)) await start(records, order, now);
  // What the closing execution wrote comes by here too: it waits for nothing any more.
  if (order.state === 'closed' && changes.every(({ kind }) => kind === 'order')) return;
  const wait = await readWait(records.tenant, orderId);
  if (!wait) return;
  if (order.state === 'closed' && changes.some(isReopened)) await start(records, order, now, wait.execution);
  else await answer(records, order, wait, now);
}
