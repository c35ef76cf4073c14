import { orders } from '#api/sales/orders.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { newOrder } from '#domain/sales/orders/new-order.ts';
import { Orders, OWN_CHANNEL } from '#domain/sales/orders/order.ts';
import { defaultDimensions } from '#kernel/line-dimensions.ts';
import { creates } from '#runtime/action.ts';
import { required, several } from '#runtime/reads.ts';
import { withDimensions } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { place, placedView } from './order-placement.ts';

export const placeOrder = command(
  orders.actions.placeOrder,
  creates(Orders, 'ord', ({ body }) => ({
    customer: required(Customers, body.customerId, 'body.customerId'),
    items: several(
      Items,
      body.lines.map((line) => line.itemId),
    ),
  })),
  async ({ body, company, today, customer, items, records, newId }, begun) => {
    const byId = new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : [])));
    const lines = await withDimensions(records, body.lines, ({ itemId }) => defaultDimensions(customer, byId.get(itemId)));
    const order = newOrder({ ...body, lines }, company, customer, items, body.date ?? today, OWN_CHANNEL);
    return place(records, { id: newId('ord'), order, before: begun, customer, company, today });
  },
  placedView,
  (order) => order.state === 'placing',
);
