import { orders } from '#api/sales/orders.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { cancel } from '#domain/sales/orders/order-actions.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { cancelPlaced, releaseEnded } from './order-cancellation.ts';

export const cancelOrder = command(
  orders.actions.cancelOrder,
  on(Orders, (path) => path.orderId),
  (context, order) => {
    const { body, records } = context;
    if (order.pendingOperation?.kind === 'release') return releaseEnded(records, order);
    const cancelled = cancel(order, body.date ?? context.today, body.reason);
    return order.state === 'quote' ? [update(Orders, order, cancelled)] : cancelPlaced(records, order, cancelled, context.today);
  },
  (order) => orderView(order),
  (order) => order.pendingOperation?.kind === 'release',
);
