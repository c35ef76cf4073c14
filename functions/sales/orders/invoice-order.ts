import { Customers } from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type Order, Orders } from '#domain/sales/orders/order.ts';
import { requireState } from '#domain/sales/orders/progress.ts';
import { billableValue } from '#domain/sales/orders/shipment-value.ts';
import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { plus } from '#kernel/quantity.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { bill, invoiceLine } from './billing.ts';
import { orders } from './module.ts';

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
    const open = order.invoiceOn === 'shipment' ? order.shipments.filter((s) => !s.invoiceId && !s.free) : [];
    if (open.length === 0)
      throw refused('invoice.nothing_open', 'There is no shipment on this order that has not been invoiced.', 'path.orderId');
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, order.customerId)]);
    const quantities = new Map<number, string>();
    for (const [no, quantity] of open.flatMap((s) => s.lines)) quantities.set(no, plus(quantities.get(no) ?? '0', quantity));
    const picked = order.lines.flatMap((line) => (quantities.has(line.no) ? [{ line, quantity: quantities.get(line.no) as string }] : []));
    const { lines, totals } = billableValue(order, picked);
    const date = body.date ?? dateIn(company.timeZone, now);
    const operationDate = open
      .map((s) => s.date)
      .sort()
      .at(-1);
    const billed = await bill(records, {
      order,
      orderId: order.id,
      date,
      operationDate,
      customer,
      totals,
      lines: lines.map((l) => invoiceLine(l.line, l.quantity, l.net)),
      costs: [],
    });
    const { invoiceId } = billed;
    const shipments = order.shipments.map((s) => (open.includes(s) ? { ...s, invoiceId } : s));
    const after = {
      ...order,
      shipments,
      invoiceIds: [...order.invoiceIds, invoiceId],
      billings: [...(order.billings ?? []), { id: made('bil'), invoiceId }],
    };
    return (await records.commit<Order>([update(Orders, order, after), ...billed.changes]))[0];
  },
});
