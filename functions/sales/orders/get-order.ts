import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { query } from '#runtime/action.ts';
import { orders } from './module.ts';

export const getOrder = query(orders.actions.getOrder, async ({ path, records }) => {
  const order = await records.need(Orders, path.orderId, 'path.orderId');
  const invoices = await records.getMany(Invoices, order.invoiceIds);
  return orderView(
    order,
    invoices.reduce((sum, invoice) => sum + (invoice?.open ?? 0), 0),
  );
});
