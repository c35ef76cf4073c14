import * as z from 'zod/mini';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { isSettled } from '#domain/sales/orders/workflow.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { task } from '#runtime/task.ts';
import { owedOn } from './execution.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

/** Closes an order that is shipped, invoiced and paid; leaves it open where a receipt was taken back meanwhile. */
export const handler = task('closeOrder', Input, async ({ input, records, now }) => {
  const order = await records.need(Orders, input.orderId);
  if (order.state !== 'placed' || !isSettled(order, await owedOn(records, order))) return { closed: order.state === 'closed' };
  const { timeZone } = await records.need(Companies, COMPANY_ID);
  await records.commit([update(Orders, order, { ...order, state: 'closed', closedOn: dateIn(timeZone, now) })]);
  return { closed: true };
});
