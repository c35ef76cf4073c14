import { type Totals, totalsOf } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import { isZero, minus, plus, type Quantity, sum } from '#kernel/quantity.ts';
import type { Order, OrderLine, Shipment } from './order.ts';

/** The share of a line that an invoice bills. */
export interface PartialLine {
  readonly line: OrderLine;
  readonly quantity: Quantity;
  readonly net: number;
}

/** What a shipment asks to be billed for: what left, less what came back before it was billed. */
export function billableLines({ lines, back = [] }: Pick<Shipment, 'lines' | 'back'>): [no: number, quantity: Quantity][] {
  const returned = new Map(back);
  return lines.flatMap(([no, left]) => {
    const quantity = minus(left, returned.get(no) ?? '0');
    return isZero(quantity) ? [] : [[no, quantity]];
  });
}

/** How much of a line has been billed by earlier invoices. */
export function invoicedQuantity(order: Order, no: number): Quantity {
  const billed = order.shipments.filter((s) => s.invoiceId ?? s.free).flatMap(billableLines);
  return sum(billed.flatMap(([line, quantity]) => (line === no ? [quantity] : [])));
}

/** The shipments that are still to be billed. */
export const unbilledShipments = (order: Order): readonly Shipment[] =>
  order.invoiceOn === 'shipment' ? order.shipments.filter((s) => !s.invoiceId && !s.free) : [];

/** The shipments that an invoice can bill now. @throws DomainError `invoice.nothing_open` (422). */
export function openShipments(order: Order): readonly Shipment[] {
  const open = unbilledShipments(order);
  if (open.length === 0)
    throw refused('invoice.nothing_open', 'There is no shipment on this order that has not been invoiced.', 'path.orderId');
  return open;
}

/** The day on which the last of these shipments left. */
export const lastDay = (shipments: readonly Shipment[]): IsoDate | undefined =>
  shipments
    .map((s) => s.date)
    .sort()
    .at(-1);

/** What these shipments sent and did not get back unbilled, together, of each line. */
export function shippedLines(order: Order, shipments: readonly Shipment[]): { line: OrderLine; quantity: Quantity }[] {
  const quantities = new Map<number, Quantity>();
  for (const [no, quantity] of shipments.flatMap(billableLines)) quantities.set(no, plus(quantities.get(no) ?? '0', quantity));
  return order.lines.flatMap((line) => {
    const quantity = quantities.get(line.no);
    return quantity === undefined ? [] : [{ line, quantity }];
  });
}

/** The order once an invoice bills these of its shipments. @param billingId of the request that asked for the invoice. */
export const withInvoice = (order: Order, billed: readonly Shipment[], invoiceId: string, billingId: string): Order => ({
  ...order,
  shipments: order.shipments.map((s) => (billed.includes(s) ? { ...s, invoiceId } : s)),
  invoiceIds: [...order.invoiceIds, invoiceId],
  billings: [...(order.billings ?? []), { id: billingId, invoiceId }],
});

/**
 * What quantities of an order are worth on an invoice. The invoice that completes a line takes the rest of its amount,
 * so that the partial invoices of a line always add up to the line.
 */
export function billableValue(
  order: Order,
  picked: readonly { readonly line: OrderLine; readonly quantity: Quantity }[],
): { lines: PartialLine[]; totals: Totals } {
  const taxable = picked.map(({ line, quantity }) => ({
    taxCode: line.taxCode,
    percent: line.percent,
    amount: partAmount(line, invoicedQuantity(order, line.no), quantity),
  }));
  const { nets, ...totals } = totalsOf(taxable, order.pricesIncludeTax);
  return { lines: picked.map(({ line, quantity }, i) => ({ line, quantity, net: nets[i] ?? 0 })), totals };
}

function partAmount(line: OrderLine, before: Quantity, quantity: Quantity): number {
  const upTo = (count: Quantity) => (isZero(minus(line.quantity, count)) ? line.amount : lineNet(count, line.price, line.discount));
  return upTo(plus(before, quantity)) - upTo(before);
}
