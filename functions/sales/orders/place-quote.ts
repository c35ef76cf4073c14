import { orders } from '#api/sales/orders.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { accepted } from '#domain/sales/orders/new-order.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { orderActions } from '#domain/sales/orders/order-actions.ts';
import { throwIf } from '#kernel/errors.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { place, placedView } from './order-placement.ts';

export const placeQuote = command(
  orders.actions.placeQuote,
  on(Orders, (path) => path.orderId),
  async ({ path, body, company, today, records, newId }, quote) => {
    throwIf(orderActions.placeQuote(quote));
    const customer = await records.getOrThrow(Customers, quote.customerId);
    return place(records, {
      id: path.orderId,
      order: { ...accepted(quote, body.date, company.fiscalYears), placement: newId('plc') },
      before: quote,
      customer,
      company,
      today,
    });
  },
  placedView,
  (order, { newId }) => order.state === 'placing' || order.placement !== newId('plc'),
);
