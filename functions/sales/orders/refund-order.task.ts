import * as z from 'zod/mini';
import { Orders } from '#domain/sales/orders/order.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { refundEnded } from './order-refund.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

/** Pays a cancelled order back, where that goes by itself. */
export const handler = task('refundOrder', Input, async ({ input, records, now }) => {
  const order = await records.getOrThrow(Orders, input.orderId);
  return { refunded: await refundEnded(records, order, await companyAndDay(records, now)) };
});
