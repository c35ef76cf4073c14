import { orders } from '#api/sales/orders.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { orderActions } from '#domain/sales/orders/order-actions.ts';
import { withDeducted } from '#domain/sales/orders/order-advances.ts';
import { billableValue, lastDay, openShipments, shippedLines, withInvoice } from '#domain/sales/orders/shipment-value.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { createdBy, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { together } from '#runtime/together.ts';
import { issueFinalInvoice, openPosting, readAdvances } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { orderInvoice } from './order-invoice.ts';
import { roundingChanges } from './rounding-difference.ts';

export const invoiceOrder = command(
  orders.actions.invoiceOrder,
  on(Orders, (path) => path.orderId),
  async ({ body, company, today, records }, order) => {
    throwIf(orderActions.invoiceOrder(order));
    const open = openShipments(order);
    const date = body.date ?? today;
    // An invoice bills what has left: it is not dated before (RD 1619/2012 art. 11).
    notBefore(date, lastDay(open) ?? order.date, 'invoice');
    const [customer, posting, advances] = await together([
      records.getOrThrow(Customers, order.customerId),
      openPosting(records, { date, today, document: order.id }),
      readAdvances(records, order.advanceIds, body.advances),
    ]);
    const value = billableValue(order, shippedLines(order, open));
    const request = { ...orderInvoice({ id: order.id, order, customer, company }, value), operationDate: lastDay(open) };
    const { invoiceId, totals, changes, deducted } = await issueFinalInvoice(posting, request, advances);
    const after = withDeducted(withInvoice(order, open, invoiceId), deducted);
    const rounding = await roundingChanges(records, order, after, totals.gross);
    return [update(Orders, order, after), ...changes, ...posting.changes(), ...rounding];
  },
  async (order, { records, request }) => {
    const invoice = assertDefined(createdBy(request, await records.getMany(Invoices, order.invoiceIds))[0], 'the invoice');
    return { orderId: order.id, invoiceId: invoice.id, number: invoice.number, entries: invoice.entry ? [entryView(invoice.entry)] : [] };
  },
);
