import * as z from 'zod/mini';
import { Orders } from '#domain/sales/orders/order.ts';
import { cancel } from '#domain/sales/orders/order-actions.ts';
import { expired, MAX_WAIT_DAYS, shipUntil } from '#domain/sales/orders/workflow.ts';
import { addDays, latest } from '#kernel/date.ts';
import { task } from '#runtime/task.ts';
import { timerAt } from '#runtime/timers.ts';
import { companyAndDay } from '../../platform/service.ts';
import { cancelPlaced, endShort, releaseEnded } from './order-cancellation.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

/**
 * Cancels an order of which nothing has shipped in time, or what is left of one that has begun to ship: stock and credit are
 * released, and what was invoiced on order is taken back by a credit note. Where it is too early, or the company lets orders
 * wait, sets a new timer.
 */
export const handler = task('releaseOrder', Input, async ({ input, records, now }) => {
  const found = await records.getOrThrow(Orders, input.orderId);
  const { company, today } = await companyAndDay(records, now);
  const { policies } = company;
  const order = found.pendingOperation?.kind === 'release' ? await releaseEnded(records, found) : found;
  const ends = expired(order, policies, today);
  if (ends === 'order') await cancelPlaced(records, order, cancel(order, today, `Sin envío en ${policies.cancelUnshippedAfterDays} días`));
  else if (ends === 'rest')
    await endShort(records, order, { date: today, reason: `Resto sin enviar en ${policies.cancelRestAfterDays} días` });
  const until = shipUntil(order, policies);
  const timer = timerAt(until && latest(until, addDays(today, 1)), now, MAX_WAIT_DAYS);
  return { tenant: input.tenant, orderId: order.id, timer, cancelled: order.state === 'cancelled' || ends === 'order' };
});
