import { notBefore } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, refusal, throwIf } from '#kernel/errors.ts';
import { refusalOfReturn } from '../returns/authorisation.ts';
import type { Order } from './order.ts';
import { refusalOfRest, refusalOfRestoring } from './order-rest.ts';
import { refusalOfBusy, refusalOfShipped, refusalOfState, withoutBackordered } from './progress.ts';
import { refusalOfInvoiced } from './shipment-value.ts';

/** Why an order takes an action now or not, whatever the request says beside: commands throw these, and its page shows them. */
export const orderActions = {
  // A long quote whose placing was cut off is placed on.
  placeQuote: (order) => (order.state === 'placing' ? undefined : refusalOfState(order, 'quote', 'placed this way')),
  shipOrder: (order) => refusalOfState(order, 'placed', 'shipped') ?? refusalOfShipped(order),
  invoiceOrder: (order) => refusalOfState(order, 'placed', 'invoiced') ?? refusalOfInvoiced(order),
  authoriseReturn: refusalOfReturn,
  cancelRest: refusalOfRest,
  restoreRest: refusalOfRestoring,
  cancelOrder: (order) => {
    const busy = refusalOfBusy(order);
    if (busy) return busy;
    // What was shipped stays shipped, whatever came after: the way back is a return.
    if (order.shipments.length > 0)
      return refusal(
        'order.shipped',
        'Goods of this order have left already: it can no longer be cancelled. Cancel its rest, or record a return.',
        'path.orderId',
      );
    return order.state === 'quote' ? undefined : refusalOfState(order, 'placed', 'cancelled');
  },
} as const satisfies ActionRules<Order>;

/** The cancelled order. @throws DomainError `order.state`, `order.shipped`, `cancellation.too_early` (422), `order.busy` (409). */
export function cancel(order: Order, date: IsoDate, reason: string): Order {
  throwIf(orderActions.cancelOrder(order));
  notBefore(date, order.date, 'cancellation');
  return { ...order, state: 'cancelled', lines: order.lines.map(withoutBackordered), cancelled: { date, reason } };
}
