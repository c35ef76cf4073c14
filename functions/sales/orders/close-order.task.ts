import * as z from 'zod/mini';
import { Orders } from '#domain/sales/orders/order.ts';
import { isSettled } from '#domain/sales/orders/workflow.ts';
import { update } from '#kernel/record.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { owedOn } from './execution.ts';
import { refundEnded } from './order-refund.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

/** Closes an order that is shipped, invoiced and paid, and pays back what it was ended short of where that goes by itself; leaves it open where a receipt was taken back meanwhile. */
export const handler = task('closeOrder', Input, async ({ input, records, now }) => {
  const order = await records.getOrThrow(Orders, input.orderId);
  if (order.state !== 'placed' || !isSettled(order, await owedOn(records, order))) return { closed: order.state === 'closed' };
  const world = await companyAndDay(records, now);
  if (order.short) await refundEnded(records, order, world);
  const { today } = world;
  await records.commit([update(Orders, order, { ...order, state: 'closed', closedOn: today })]);
  return { closed: true };
});
