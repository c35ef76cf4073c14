import { orders } from '#api/sales/orders.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { endShort, releaseEnded } from './order-cancellation.ts';

export const cancelRest = command(
  orders.actions.cancelRest,
  on(Orders, (path) => path.orderId),
  ({ body, today, records }, order) =>
    order.pendingOperation?.kind === 'release'
      ? releaseEnded(records, order)
      : endShort(records, order, { date: body.date ?? today, today, reason: body.reason }),
  (order) => orderView(order),
  (order) => order.pendingOperation?.kind === 'release',
);
