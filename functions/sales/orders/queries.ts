import { orders } from '#api/sales/orders.ts';
import { returns } from '#api/sales/returns.ts';
import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { type Warehouse, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { orderActions } from '#domain/sales/orders/order-actions.ts';
import { awaitedOf, statusOf } from '#domain/sales/orders/progress.ts';
import { recipientWarnings } from '#domain/sales/orders/unknown-recipient.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import type { Minor } from '#kernel/money.ts';
import type { Stored } from '#kernel/record.ts';
import { mayFor, reachOf } from '#runtime/caller.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { readWait, type Wait } from '#runtime/waits.ts';
import { actionsOf, query, readFlow, serveModule } from '../../platform/service.ts';
import { goodsIssuesOf } from './shipment-entries.ts';

const ACTIONS = { ...orders.actions, ...returns.actions };

export const getOrder = query(
  orders.actions.getOrder,
  ({ path }) => ({ order: required(Orders, path.orderId, 'path.orderId') }),
  async (world) => {
    const { order, caller } = world;
    if (!mayFor(caller, 'orders.read', order)) throw notFound(Orders.kind, order.id, 'path.orderId');
    const plan = {
      through: [Invoices, Returns],
      carriers: [...order.shipments.flatMap(goodsIssuesOf), ...order.invoiceIds, ...(order.advanceIds ?? [])],
      beside: [warehouseId(order.warehouse), order.customerId],
    };
    const [flow, wait] = await Promise.all([readFlow(world, Orders, order, plan), readWait(caller.tenant, order.id)]);
    const { found, ...shown } = flow;
    return {
      ...orderView(order, openOf(order, found)),
      warehouseName: (found.get(warehouseId(order.warehouse)) as Stored<Warehouse> | undefined)?.name ?? order.warehouse,
      ...recipientWarnings(order, found.get(order.customerId) as StoredCustomer | undefined, world.company),
      ...shown,
      actions: actionsOf(caller, ACTIONS, orderActions, order),
      ...(wait ? { execution: executionView(order, wait) } : {}),
    };
  },
);

/** What its invoices still ask for; undefined where there are more of them than were read. */
function openOf({ invoiceIds, advanceIds = [] }: StoredOrder, found: ReadonlyMap<string, object>): Minor | undefined {
  const invoices = [...invoiceIds, ...advanceIds].map((id) => found.get(id) as StoredInvoice | undefined);
  return invoices.reduce<Minor | undefined>((sum, invoice) => (sum === undefined || !invoice ? undefined : sum + invoice.open), 0);
}

/** Where the execution is: it has ended when the order has, and otherwise waits. */
function executionView(order: StoredOrder, { execution, awaits, since, until }: Wait) {
  const ended = order.state === 'closed' || order.state === 'cancelled';
  const state = awaits === 'shipment' ? ('AwaitShipment' as const) : ('AwaitPayment' as const);
  return { name: execution, state, since, until, status: ended ? ('ended' as const) : ('waiting' as const) };
}

export const listOrders = query(orders.actions.listOrders, async ({ query: input, records, company, caller }) => {
  const { status, awaits, itemId } = input;
  const within = reachOf(caller, 'orders.read');
  const matches = (order: StoredOrder) =>
    (!status || status.includes(statusOf(order))) &&
    (!awaits || (!order.pendingOperation && awaitedOf(order) === awaits)) &&
    (!itemId || order.lines.some((line) => line.itemId === itemId)) &&
    (!within || within(order));
  const page = await listRecords(records, Orders, {
    ...input,
    ...datedBuckets(company.fiscalYears, input),
    words: input.q,
    party: input.customerId,
    where: status || awaits || itemId || within ? matches : undefined,
  });
  return { ...page, items: page.items.map((order) => ({ ...orderView(order), actions: actionsOf(caller, ACTIONS, orderActions, order) })) };
});

export const handler = serveModule(orders, { getOrder, listOrders });
