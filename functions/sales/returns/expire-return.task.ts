import * as z from 'zod/mini';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { cancelled, closedShort } from '#domain/sales/returns/receiving.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { task } from '#runtime/task.ts';

const Input = z.strictObject({ tenant: z.string(), returnId: z.string(), execution: z.string() });

/** Ends a return whose goods did not come in time: cancelled where nothing came, closed short where part did. */
export const handler = task('expireReturn', Input, async ({ input, records, now }) => {
  const ret = await records.need(Returns, input.returnId);
  const state = { tenant: input.tenant, returnId: ret.id };
  if (ret.state !== 'announced') return { ...state, received: ret.state !== 'cancelled' };
  const [order, { timeZone }] = await Promise.all([records.need(Orders, ret.orderId), records.need(Companies, COMPANY_ID)]);
  const came = ret.receipts.length > 0;
  const after = came ? closedShort(ret, order) : cancelled(ret, order, { date: dateIn(timeZone, now), reason: 'No llegó a tiempo' });
  await records.commit([update(Returns, ret, after.ret), update(Orders, order, after.order)]);
  return { ...state, received: came };
});
