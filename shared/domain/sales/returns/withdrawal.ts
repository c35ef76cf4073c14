import type { Minor } from '#kernel/money.ts';
import { isPositive, lessThan, minus, plus, type Quantity } from '#kernel/quantity.ts';
import type { Order, OrderLine, Shipment } from '../orders/order.ts';
import { billableLines, billableValue, shippedLines, unbilledShipments } from '../orders/shipment-value.ts';

/**
 * Takes goods that came back off the shipments that are still to be billed, oldest first: what has not been asked for needs
 * no credit note. A shipment of which all came back has nothing left to bill.
 */
export function withdrawUnbilled<O extends Order>(
  order: O,
  returned: ReadonlyMap<number, Quantity>,
): { order: O; toCredit: Map<number, Quantity>; withdrawn: Minor } {
  const toCredit = new Map(returned);
  const unbilled = new Set(unbilledShipments(order));
  if (unbilled.size === 0) return { order, toCredit, withdrawn: 0 };
  const shipments = order.shipments.map((s) => (unbilled.has(s) ? lessReturned(s, toCredit) : s));
  for (const [no, quantity] of toCredit) if (!isPositive(quantity)) toCredit.delete(no);
  const shrunk = { ...order, shipments };
  const [before, after] = [unbilledValue(order), unbilledValue(shrunk)];
  const withdrawn = before.gross - after.gross;
  const lines = order.lines.map((line) => lessNet(line, before.nets, after.nets));
  return { order: { ...shrunk, lines, withdrawn: (order.withdrawn ?? 0) + withdrawn }, toCredit, withdrawn };
}

const lessNet = (line: OrderLine, before: ReadonlyMap<number, Minor>, after: ReadonlyMap<number, Minor>): OrderLine => ({
  ...line,
  returnedNet: line.returnedNet + (before.get(line.no) ?? 0) - (after.get(line.no) ?? 0),
});

/** The shipment less what of it came back; `left` is what is still to be taken off others. */
function lessReturned(shipment: Shipment, left: Map<number, Quantity>): Shipment {
  const back = new Map(shipment.back);
  for (const [no, billable] of billableLines(shipment)) {
    const wanted = left.get(no) ?? '0';
    const quantity = lessThan(billable, wanted) ? billable : wanted;
    if (!isPositive(quantity)) continue;
    left.set(no, minus(wanted, quantity));
    back.set(no, plus(back.get(no) ?? '0', quantity));
  }
  if (back.size === 0) return shipment;
  const after: Shipment = { ...shipment, back: [...back] };
  return billableLines(after).length === 0 ? { ...after, free: true } : after;
}

/** What the shipments that are still to be billed would ask for. */
function unbilledValue(order: Order): { gross: Minor; nets: Map<number, Minor> } {
  const { lines, totals } = billableValue(order, shippedLines(order, unbilledShipments(order)));
  const nets = new Map<number, Minor>();
  for (const { line, net } of lines) nets.set(line.no, (nets.get(line.no) ?? 0) + net);
  return { gross: totals.gross, nets };
}
