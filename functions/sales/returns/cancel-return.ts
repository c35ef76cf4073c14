import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { ended } from '#domain/sales/returns/receiving.ts';
import { asEnded, Returns } from '#domain/sales/returns/return.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { stampedAtStep } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { returns } from './module.ts';

export const cancelReturn = command(returns.actions.cancelReturn, {
  evidence: ({ path }) => ({ type: Returns, id: path.returnId, how: 'on' as const }),
  answer: (ret, { records }) => returnView(stampedAtStep(asEnded(ret), records.stamp.key)),
  run: async ({ body, records, now }, ret) => {
    const [company, order] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Orders, ret.orderId)]);
    const why = { date: body.date ?? dateIn(company.timeZone, now), reason: body.reason };
    const after = ended(ret, order, why);
    return (await records.commit<typeof ret>([update(Returns, ret, after.ret), update(Orders, order, after.order)]))[0];
  },
});
