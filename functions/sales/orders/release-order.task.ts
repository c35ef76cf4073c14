import * as z from 'zod/mini';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { cancel } from '#domain/sales/orders/progress.ts';
import { MAX_WAIT_DAYS } from '#domain/sales/orders/workflow.ts';
import { addDays, dateIn } from '#kernel/date.ts';
import { task } from '#runtime/task.ts';
import { timerAt } from '#runtime/timers.ts';
import { endCancelled, releaseCancelled } from './cancelling.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

const mayBeCancelled = (order: StoredOrder): boolean => order.state === 'placed' && !order.step && order.shipments.length === 0;

/**
 * Cancels an order of which nothing has shipped in time: its stock and credit are released, and an invoice issued on
 * order is taken back by a credit note. Where it has begun to ship, or the company lets orders wait, sets a new timer.
 */
export const handler = task('releaseOrder', Input, async ({ input, records, now }) => {
  const order = await records.need(Orders, input.orderId);
  const { policies, timeZone } = await records.need(Companies, COMPANY_ID);
  const days = policies.cancelUnshippedAfterDays;
  const today = dateIn(timeZone, now);
  const timer = timerAt(days === undefined ? undefined : addDays(today, days), now, MAX_WAIT_DAYS);
  const state = { tenant: input.tenant, orderId: order.id, timer };
  if (order.state === 'cancelled') {
    if (order.step?.kind === 'release') await releaseCancelled(records, order);
    return { ...state, cancelled: true };
  }
  if (days === undefined || !mayBeCancelled(order)) return { ...state, cancelled: false };
  await endCancelled(records, order, cancel(order, today, `Sin envío en ${days} días`));
  return { ...state, cancelled: true };
});
