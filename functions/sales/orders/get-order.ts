import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { query } from '#runtime/action.ts';
import { readWait, type Wait } from '#runtime/waits.ts';
import { orders } from './module.ts';

export const getOrder = query(orders.actions.getOrder, async ({ path, records, tenant }) => {
  const order = await records.need(Orders, path.orderId, 'path.orderId');
  const [invoices, wait] = await Promise.all([records.getMany(Invoices, order.invoiceIds), readWait(tenant, order.id)]);
  const open = invoices.reduce((sum, invoice) => sum + (invoice?.open ?? 0), 0);
  return { ...orderView(order, open), ...(wait ? { execution: executionView(order, wait) } : {}) };
});

/** Where the execution is: it has ended when the order has, and otherwise waits. */
function executionView(order: StoredOrder, { execution, awaits, since, until }: Wait) {
  const ended = order.state === 'closed' || order.state === 'cancelled';
  const state = awaits === 'shipment' ? ('AwaitShipment' as const) : ('AwaitPayment' as const);
  return { name: execution, state, since, until, status: ended ? ('ended' as const) : ('waiting' as const) };
}
