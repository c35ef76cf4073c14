import { Customers } from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type Order, Orders } from '#domain/sales/orders/order.ts';
import { requireState } from '#domain/sales/orders/progress.ts';
import { openShipments, withInvoice } from '#domain/sales/orders/shipment-value.ts';
import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { billShipments } from './billing.ts';
import { orders } from './module.ts';
import { roundingChanges } from './rounding.ts';

export const invoiceOrder = command(orders.actions.invoiceOrder, {
  evidence: ({ path }) => ({ type: Orders, id: path.orderId, how: 'on' as const }),
  answer: async (order, { records, made }) => {
    const billed = present(
      order.billings?.find((b) => b.id === made('bil')),
      'the billing',
    );
    const invoice = await records.need(Invoices, billed.invoiceId);
    return { orderId: order.id, invoiceId: invoice.id, number: invoice.number, entries: [entryView(invoice.entry)] };
  },
  run: async ({ body, records, now, made }, order) => {
    requireState(order, 'placed', 'invoiced');
    const open = openShipments(order);
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, order.customerId)]);
    const billed = await billShipments(records, { order, customer, open, date: body.date ?? dateIn(company.timeZone, now) });
    const after = withInvoice(order, open, billed.invoiceId, made('bil'));
    const rounding = await roundingChanges(records, order, after, billed.gross);
    return (await records.commit<Order>([update(Orders, order, after), ...billed.changes, ...rounding]))[0];
  },
});
