import { Customers } from '#domain/crm/customers/customer.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { newOrder } from '#domain/sales/orders/new-order.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { orderAtBirth } from '#domain/sales/orders/wire.ts';
import { dateIn } from '#kernel/date.ts';
import { command } from '#runtime/action.ts';
import { orders } from './module.ts';
import { place } from './placing.ts';

export const placeOrder = command(orders.actions.placeOrder, {
  evidence: ({ made }) => ({ type: Orders, id: made('ord'), how: 'make' as const }),
  answer: (order) => orderAtBirth(order),
  unfinished: (order) => order.state === 'placing',
  run: async ({ body, records, now, made }, begun) => {
    const [company, customer, items] = await Promise.all([
      records.need(Companies, COMPANY_ID),
      records.need(Customers, body.customerId, 'body.customerId'),
      records.getMany(
        Items,
        body.lines.map((line) => line.itemId),
      ),
    ]);
    const order = newOrder(body, company, customer, items, body.date ?? dateIn(company.timeZone, now), 'api');
    return place(records, { id: made('ord'), order, before: begun, customer, company });
  },
});
