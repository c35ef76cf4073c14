import { lineNet } from '#kernel/money.ts';
import { type Quantity, isZero, minus, plus } from '#kernel/quantity.ts';
import { type Totals, totalsOf } from '#domain/finance/events.ts';
import type { Order, OrderLine } from './order.ts';

/** The share of a line that a partial shipment bills; `amount` includes tax where the order's prices do. */
export interface PartialLine {
  readonly line: OrderLine;
  readonly quantity: Quantity;
  readonly net: number;
}

/**
 * What a shipment is worth on its invoice. The shipment that completes a line takes the rest of its amount, so that
 * the partial invoices of a line always add up to the line.
 */
export function shipmentValue(order: Order, picked: readonly { readonly line: OrderLine; readonly quantity: Quantity }[]): { lines: PartialLine[]; totals: Totals } {
  const taxable = picked.map(({ line, quantity }) => ({ taxCode: line.taxCode, percent: line.percent, amount: partAmount(line, quantity) }));
  const { nets, ...totals } = totalsOf(taxable, order.pricesIncludeTax);
  return { lines: picked.map(({ line, quantity }, i) => ({ line, quantity, net: nets[i] ?? 0 })), totals };
}

function partAmount(line: OrderLine, quantity: Quantity): number {
  const upTo = (shipped: Quantity) => (isZero(minus(line.quantity, shipped)) ? line.amount : lineNet(shipped, line.price, line.discount));
  return upTo(plus(line.shipped, quantity)) - upTo(line.shipped);
}
