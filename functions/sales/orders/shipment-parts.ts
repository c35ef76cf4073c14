import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import type { Advances } from '#domain/finance/receivables/final-invoice.ts';
import { type CostPart, costLinesBy } from '#domain/finance/receivables/postings.ts';
import { type GoodsIssue, GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import { stockId } from '#domain/inventory/stock/stock.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { Order, OrderLine, Shipment, StoredOrder } from '#domain/sales/orders/order.ts';
import { withDeducted } from '#domain/sales/orders/order-advances.ts';
import { shipped } from '#domain/sales/orders/progress.ts';
import { billableValue, suppliedOn } from '#domain/sales/orders/shipment-value.ts';
import type { IsoDate } from '#kernel/date.ts';
import { allocate, type Minor } from '#kernel/money.ts';
import { type Quantity, thousandths } from '#kernel/quantity.ts';
import { type Change, createNext } from '#kernel/record.ts';
import { issueFinalInvoice, type PostingSession } from '../../finance/service.ts';
import { type Billing, orderInvoice } from './order-invoice.ts';
import type { StockRequirement } from './order-store.ts';

export interface Shipping {
  readonly id: string;
  readonly date: IsoDate;
  /** The business date of who ships; what goes on with a shipment that was begun knows none. */
  readonly today?: IsoDate;
  readonly picked: readonly { readonly line: OrderLine; readonly quantity: Quantity }[];
  /** Whether to issue the invoice with it, where the company invoices on shipment. */
  readonly invoice: boolean;
  /** The advances that its invoice takes off, where somebody has chosen them. */
  readonly advances?: readonly string[];
  readonly tracking?: string;
  /** Who ships; what goes on with a shipment that was begun reads it. */
  readonly company?: StoredCompany;
}

export interface Billed {
  readonly invoiceId?: string;
  readonly gross?: Minor;
  /** What it asks for less, since that was paid in advance. */
  readonly deducted?: Minor;
  readonly free?: true;
  readonly changes: readonly Change[];
}

/** The order with the shipment on it, and with the invoice that bills it if there is one. */
export function withShipment({ pendingOperation, ...order }: Order, shipment: Shipment, billed: Billed): Order {
  const marked = {
    ...shipment,
    ...(billed.invoiceId ? { invoiceId: billed.invoiceId } : {}),
    ...(billed.free ? { free: billed.free } : {}),
  };
  const { deducted = 0 } = billed;
  return {
    ...withDeducted(shipped(order, marked), deducted),
    invoiceIds: billed.invoiceId ? [...order.invoiceIds, billed.invoiceId] : order.invoiceIds,
  };
}

/** The shipment with each line's share of its item's cost. */
export function shipmentOf(order: Order, shipping: Shipping, costs: ReadonlyMap<string, Minor>): Shipment {
  const members = new Map<string, number[]>();
  for (const [i, { line }] of shipping.picked.entries()) {
    if (line.kind !== 'stocked') continue;
    const id = stockId(line.itemId, order.warehouse);
    members.set(id, [...(members.get(id) ?? []), i]);
  }
  const share = new Map<number, Minor>();
  for (const [id, indexes] of members) {
    const parts = allocate(
      costs.get(id) ?? 0,
      indexes.map((i) => Number(thousandths(shipping.picked[i]?.quantity ?? '0'))),
    );
    for (const [k, i] of indexes.entries()) share.set(i, parts[k] ?? 0);
  }
  const lines = shipping.picked.map(({ line, quantity }, i) => [line.no, quantity, share.get(i) ?? 0] as const);
  return { id: shipping.id, date: shipping.date, lines, ...(shipping.tracking ? { tracking: shipping.tracking } : {}) };
}

/** What the goods of each picked line cost, by what the line is told of. */
export const costParts = (order: Order, shipping: Shipping, costs: ReadonlyMap<string, Minor>): CostPart[] =>
  shipmentOf(order, shipping, costs).lines.map(([no, , cost]) => {
    const dimensions = order.lines[no - 1]?.dimensions;
    return { cost, ...(dimensions ? { dimensions } : {}) };
  });

/** What the invoice of a shipment asks for; undefined where invoices come at another time. */
export const invoicedValue = (order: Order, shipping: Shipping): ReturnType<typeof billableValue> | undefined =>
  order.invoiceOn === 'shipment' && shipping.invoice
    ? billableValue(
        order,
        shipping.picked.map(({ line, quantity }) => ({ line: suppliedOn(shipping.date, line), quantity })),
      )
    : undefined;

/** The invoice of a shipment, its entry joined by `costs`; none where invoices come at another time, or nothing is to be paid. */
export async function invoiceShipment(
  posting: PostingSession,
  order: StoredOrder,
  { customer, company, advances }: Pick<Billing, 'customer' | 'company'> & { readonly advances: Advances },
  shipping: Shipping,
  costs: readonly EntryLine[] = [],
): Promise<Billed> {
  const value = invoicedValue(order, shipping);
  if (!value) return { changes: [] };
  if (value.totals.gross === 0) return { free: true, changes: [] };
  const request = { ...orderInvoice({ id: order.id, order, customer, company }, value), shipmentId: shipping.id, costs };
  const { invoiceId, totals, changes, deducted } = await issueFinalInvoice(posting, request, advances);
  return { invoiceId, gross: totals.gross, deducted, changes };
}

/** A goods issue with the cost's own entry; nothing where the goods have no cost. */
export function goodsIssueChanges(
  posting: PostingSession,
  order: StoredOrder,
  shipping: Shipping,
  demands: readonly StockRequirement[],
  costs: ReadonlyMap<string, Minor>,
  part = 1,
): Change[] {
  const moves = demands.map((d) => [d.id, d.quantity, costs.get(d.id) ?? 0] as const);
  const cost = moves.reduce((sum, [, , c]) => sum + c, 0);
  const id = goodsIssueId(shipping.id, part);
  const issue: GoodsIssue = { date: shipping.date, warehouse: order.warehouse, orderId: order.id, shipmentId: shipping.id, moves };
  if (cost === 0) return moves.length === 0 ? [] : [createNext(GoodsIssues, id, issue)];
  const entry = posting.add(`Salida de existencias ${shipping.id}`, costLinesBy(costParts(order, shipping, costs)));
  return [createNext(GoodsIssues, id, { ...issue, entry })];
}
