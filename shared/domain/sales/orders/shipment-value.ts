import { type Totals, totalsOf } from '#domain/finance/events.ts';
import { lineNet } from '#kernel/money.ts';
import { isZero, minus, plus, type Quantity, sum } from '#kernel/quantity.ts';
import type { Order, OrderLine } from './order.ts';

/** The share of a line that an invoice bills. */
export interface PartialLine {
  readonly line: OrderLine;
  readonly quantity: Quantity;
  readonly net: number;
}

/** How much of a line has been billed by earlier invoices. */
export const invoicedQuantity = (order: Order, no: number): Quantity =>
  sum(
    order.shipments.flatMap((s) => (s.invoiceId || s.free ? s.lines.filter(([line]) => line === no).map(([, quantity]) => quantity) : [])),
  );

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
