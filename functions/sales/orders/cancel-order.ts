import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { cancel, requireState } from '#domain/sales/orders/progress.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { stampedAtStep } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { endCancelled, releaseCancelled } from './cancelling.ts';
import { orders } from './module.ts';

export const cancelOrder = command(orders.actions.cancelOrder, {
  evidence: ({ path }) => ({ type: Orders, id: path.orderId, how: 'on' as const }),
  unfinished: (order) => order.step?.kind === 'release',
  answer: (order, { records }) => orderView(stampedAtStep(order, records.stamp.key)),
  run: async ({ body, records, now }, order) => {
    if (order.step?.kind === 'release') return releaseCancelled(records, order);
    if (order.step) requireState(order, 'placed', 'cancelled');
    const company = await records.need(Companies, COMPANY_ID);
    const cancelled = cancel(order, body.date ?? dateIn(company.timeZone, now), body.reason);
    if (order.state === 'quote') return (await records.commit<typeof order>([update(Orders, order, cancelled)]))[0];
    return endCancelled(records, order, cancelled);
  },
});
