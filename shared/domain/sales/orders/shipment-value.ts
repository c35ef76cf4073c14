import { type Totals, taxPercent, totalsOf } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
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

export const refusalOfInvoiced = (order: Order): Refusal | undefined =>
  unbilledShipments(order).length > 0
    ? undefined
    : refusal('invoice.nothing_open', 'There is no shipment on this order that has not been invoiced.', 'path.orderId');

/** The shipments that an invoice can bill now. @throws DomainError `invoice.nothing_open` (422). */
export function openShipments(order: Order): readonly Shipment[] {
  throwIf(refusalOfInvoiced(order));
  return unbilledShipments(order);
}

/** The day on which the last of these shipments left. */
export const lastDay = (shipments: readonly Shipment[]): IsoDate | undefined =>
  shipments
    .map((s) => s.date)
    .sort()
    .at(-1);

/** A line as it is supplied on a day: at the rate that is in force then, whatever it was on the order's (Ley 37/1992 arts. 75.Uno.1.º and 90.Dos). */
export const suppliedOn = (date: IsoDate, line: OrderLine): OrderLine => ({ ...line, percent: taxPercent(line.taxCode, date) });

/** What these shipments sent and did not get back unbilled, together: of each line, and of each rate where it changed between them. */
export function shippedLines(order: Order, shipments: readonly Shipment[]): { line: OrderLine; quantity: Quantity }[] {
  const sent = shipments.flatMap((shipment) => billableLines(shipment).map(([no, quantity]) => ({ no, quantity, date: shipment.date })));
  return order.lines.flatMap((ordered) => {
    const byRate = new Map<string, { line: OrderLine; quantity: Quantity }>();
    for (const { no, quantity, date } of sent) {
      if (no !== ordered.no) continue;
      const line = suppliedOn(date, ordered);
      byRate.set(line.percent, { line, quantity: plus(byRate.get(line.percent)?.quantity ?? '0', quantity) });
    }
    return [...byRate.values()];
  });
}

/** The order once an invoice bills these of its shipments. */
export const withInvoice = (order: Order, billed: readonly Shipment[], invoiceId: string): Order => ({
  ...order,
  shipments: order.shipments.map((s) => (billed.includes(s) ? { ...s, invoiceId } : s)),
  invoiceIds: [...order.invoiceIds, invoiceId],
});

/**
 * What quantities of an order are worth on an invoice. The invoice that completes a line takes the rest of its amount,
 * so that the partial invoices of a line always add up to the line.
 */
export function billableValue(
  order: Order,
  picked: readonly { readonly line: OrderLine; readonly quantity: Quantity }[],
): { lines: PartialLine[]; totals: Totals } {
  const billed = new Map<number, Quantity>();
  const taxable = picked.map(({ line, quantity }) => {
    const before = billed.get(line.no) ?? invoicedQuantity(order, line.no);
    billed.set(line.no, plus(before, quantity));
    return { taxCode: line.taxCode, percent: line.percent, amount: partAmount(line, before, quantity) };
  });
  const { nets, ...totals } = totalsOf(taxable, order.pricesIncludeTax);
  return { lines: picked.map(({ line, quantity }, i) => ({ line, quantity, net: nets[i] ?? 0 })), totals };
}

function partAmount(line: OrderLine, before: Quantity, quantity: Quantity): number {
  const upTo = (count: Quantity) => (isZero(minus(line.quantity, count)) ? line.amount : lineNet(count, line.price, line.discount));
  return upTo(plus(before, quantity)) - upTo(before);
}
