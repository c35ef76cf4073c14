import type { IsoDate } from '#kernel/date.ts';
import { type Minor, allocate } from '#kernel/money.ts';
import { type Quantity, thousandths } from '#kernel/quantity.ts';
import { create, update } from '#kernel/record.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { type Entry, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { costLines } from '#domain/finance/receivables/postings.ts';
import { entryView } from '#domain/finance/wire.ts';
import { GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import { stockId } from '#domain/inventory/stock/stock.ts';
import { type Order, type OrderLine, Orders, type Shipment, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem, shipped } from '#domain/sales/orders/progress.ts';
import { shipmentValue } from '#domain/sales/orders/shipment-value.ts';
import type { Records } from '#runtime/records.ts';
import { type Bill, bill, invoiceLine } from './billing.ts';
import { type Demand, readDemand } from './order-store.ts';
import { STOCK_PER_SHIPMENT, shipLong } from './shipping-long.ts';
import { issues } from './stock-changes.ts';

export interface Shipping {
  readonly id: string;
  readonly date: IsoDate;
  readonly picked: readonly { readonly line: OrderLine; readonly quantity: Quantity }[];
  readonly tracking?: string;
}

/** Ships the picked lines: goods out at moving average, cost entry, and the invoice where the company invoices on shipment. */
export async function ship(records: Records, order: StoredOrder, shipping: Shipping): Promise<StoredOrder> {
  const demand = quantitiesByItem(shipping.picked);
  if (demand.size > STOCK_PER_SHIPMENT) return shipLong(records, order, shipping, demand);
  const demands = await readDemand(records, order, demand);
  const { changes: stock, costs } = issues(demands);
  const shipment = shipmentOf(order, shipping, demands, costs);
  const posting = await postShipment(records, order, shipping, shipment, demands, costs);
  const after = withShipment(order, shipment, posting.invoiceId);
  return (await records.commit<Order>([update(Orders, order, after), ...stock, ...posting.changes]))[0];
}

/** The order with the shipment on it, billed by the invoice if there is one. */
export const withShipment = (order: Order, shipment: Shipment, invoiceId: string | undefined): Order => ({
  ...shipped(order, invoiceId ? { ...shipment, invoiceId } : shipment),
  invoiceIds: invoiceId ? [...order.invoiceIds, invoiceId] : order.invoiceIds,
});

/** The shipment with each line's share of its item's cost. */
export function shipmentOf(order: Order, shipping: Shipping, demands: readonly Pick<Demand, 'id'>[], costs: ReadonlyMap<string, Minor>): Shipment {
  const lines: [number, Quantity, Minor][] = shipping.picked.map(({ line, quantity }) => [line.no, quantity, 0]);
  for (const { id } of demands) {
    const members = shipping.picked.flatMap(({ line }, i) => (line.kind === 'stocked' && stockId(line.itemId, order.warehouse) === id ? [i] : []));
    const shares = allocate(costs.get(id) ?? 0, members.map((i) => Number(thousandths(shipping.picked[i]?.quantity ?? '0'))));
    for (const [k, i] of members.entries()) (lines[i] as [number, Quantity, Minor])[2] = shares[k] ?? 0;
  }
  return { id: shipping.id, date: shipping.date, lines, ...(shipping.tracking ? { tracking: shipping.tracking } : {}) };
}

/** The invoice with the cost in its entry; or, where the invoice comes at another time, a goods issue with the cost alone. */
async function postShipment(records: Records, order: StoredOrder, shipping: Shipping, shipment: Shipment, demands: readonly Demand[], costs: ReadonlyMap<string, Minor>): Promise<Omit<Bill, 'invoiceId'> & { invoiceId?: string }> {
  const cost = shipment.lines.reduce((sum, [, , c]) => sum + c, 0);
  if (order.invoiceOn === 'shipment') return billShipment(records, order, shipping, shipment.id, cost);
  if (cost === 0) return { entries: [], changes: [] };
  const id = goodsIssueId(shipment.id, 1);
  const draft = entryDraft(shipping.date, `Salida de existencias ${shipment.id}`, costLines(cost));
  const { entries, change } = post(await records.get(Gates, gateIdFor(shipping.date, id)), [draft]);
  const moves = demands.map((d) => [d.id, d.quantity, costs.get(d.id) ?? 0] as const);
  const issue = { date: shipping.date, warehouse: order.warehouse, orderId: order.id, shipmentId: shipment.id, moves, entry: entries[0] as Entry };
  return { entries, changes: [create(GoodsIssues, id, issue), change] };
}

/** The invoice of a shipment; a shipment that is worth nothing (free goods) has only its cost to post. */
export async function billShipment(records: Records, order: StoredOrder, shipping: Shipping, shipmentId: string, cost: Minor): Promise<Bill> {
  const customer = await records.need(Customers, order.customerId);
  const { lines, totals } = shipmentValue(order, shipping.picked);
  return bill(records, {
    order, orderId: order.id, date: shipping.date, customer, totals, shipmentId,
    lines: lines.map((l) => invoiceLine(l.line, l.quantity, l.net)),
    costs: costLines(cost),
  });
}

/** The entries that a shipment posted, for its answer. */
export async function shipmentEntries(records: Records, _order: Order, shipment: Shipment) {
  const invoice = shipment.invoiceId ? await records.get(Invoices, shipment.invoiceId) : undefined;
  const issued = invoice ? undefined : await records.get(GoodsIssues, goodsIssueId(shipment.id, 1));
  return [invoice?.entry, issued?.entry].filter((e) => e !== undefined).map(entryView);
}

