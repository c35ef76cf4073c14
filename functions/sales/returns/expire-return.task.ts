import * as z from 'zod/mini';
import { Orders } from '#domain/sales/orders/order.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { cancelled, closedShort } from '#domain/sales/returns/return-receipt.ts';
import { update } from '#kernel/record.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';

const Input = z.strictObject({ tenant: z.string(), returnId: z.string(), execution: z.string() });

/** Ends a return whose goods did not come in time: cancelled where nothing came, closed short where part did. */
export const handler = task('expireReturn', Input, async ({ input, records, now }) => {
  const ret = await records.getOrThrow(Returns, input.returnId);
  const state = { tenant: input.tenant, returnId: ret.id };
  if (ret.state !== 'authorised') return { ...state, received: ret.state !== 'cancelled' };
  const [order, { today }] = await Promise.all([records.getOrThrow(Orders, ret.orderId), companyAndDay(records, now)]);
  const came = ret.receipts.length > 0;
  const after = came ? closedShort(ret, order) : cancelled(ret, order, { date: today, reason: 'No llegó a tiempo' });
  await records.commit([update(Returns, ret, after.ret), update(Orders, order, after.order)]);
  return { ...state, received: came };
});
