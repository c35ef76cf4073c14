import { busy, invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { isPositive, isZero, lessThan, minus, plus, type Quantity } from '#kernel/quantity.ts';
import type { Order, OrderLine, OrderState, Shipment } from './order-data.ts';

/**
 * Which state may follow which: every save checks it. `placing → quote` is the way back of a long quote that did not fit,
 * `closed → placed` of an order whose invoice is open again: a receipt bounced.
 */
export const TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  quote: ['placing', 'placed', 'cancelled'],
  placing: ['placed', 'quote'],
  placed: ['closed', 'cancelled'],
  closed: ['placed'],
  cancelled: [],
};

/** A long order of which a step is still under way takes no other. */
export const refusalOfBusy = (order: Order): Refusal | undefined =>
  order.pendingOperation &&
  busy('order.busy', 'Another step of this long order is still under way; try again in a moment.', 'path.orderId');

/** @param action what is done to it, as `shipped`. */
export function refusalOfState(order: Order, wanted: OrderState, action: string): Refusal | undefined {
  if (order.pendingOperation || order.state === wanted) return refusalOfBusy(order);
  const why = order.state === 'placing' ? 'is still being placed; try again in a moment' : `is ${order.state}`;
  return refusal('order.state', `The order ${why}; only a ${wanted} order can be ${action}.`, 'path.orderId', {
    state: order.state,
    wanted,
  });
}

/** What is still to be shipped of a line. */
export const openQuantity = (line: OrderLine): Quantity => minus(minus(line.quantity, line.shipped), line.givenUp ?? '0');
export const isShipped = (order: Order): boolean => order.lines.every((line) => isZero(openQuantity(line)));
export const isPartlyShipped = (order: Order): boolean => order.shipments.length > 0 && !isShipped(order);

/** Everything that is billable has been billed. */
export const isInvoiced = (order: Order): boolean =>
  order.invoiceOn === 'order'
    ? order.invoiceIds.length > 0 || order.totals.gross === 0
    : isShipped(order) && order.shipments.every((s) => s.invoiceId ?? s.free);

/** What a list shows of an order: one word for how far it is. */
export type OrderStatus = 'quote' | 'placing' | 'placed' | 'partly-shipped' | 'shipped' | 'invoiced' | 'paid' | 'closed' | 'cancelled';
export const ORDER_STATUSES = [
  'quote',
  'placing',
  'placed',
  'partly-shipped',
  'shipped',
  'invoiced',
  'paid',
  'closed',
  'cancelled',
] as const;

/** @param openAmount what the order's invoices still ask for; undefined when it was not looked up. */
export function statusOf(order: Order, openAmount?: Minor): OrderStatus {
  if (order.state !== 'placed') return order.state;
  if (isShipped(order)) return isInvoiced(order) ? (openAmount === 0 ? 'paid' : 'invoiced') : 'shipped';
  return isPartlyShipped(order) ? 'partly-shipped' : 'placed';
}

/** Some of what is still to be shipped is not there. */
export const isBackordered = (order: Order): boolean => order.lines.some((line) => line.backordered !== undefined);

/** What an order may wait for, beside the end of a step that is under way. */
export const ORDER_WAITS = ['ship', 'goods', 'invoice'] as const;

/** What an order waits for: somebody who has to `ship` it, `goods` (until all of it can be shipped), or that what has been shipped is `invoice`d. */
export function awaitedOf(order: Order): (typeof ORDER_WAITS)[number] | undefined {
  const status = statusOf(order);
  if (status === 'placed' || status === 'partly-shipped') return isBackordered(order) ? 'goods' : 'ship';
  return status === 'shipped' ? 'invoice' : undefined;
}

export interface ShipLine {
  readonly line: number;
  readonly quantity: Quantity;
}

export const refusalOfShipped = (order: Order): Refusal | undefined =>
  isShipped(order) ? refusal('shipment.nothing_open', 'Everything on this order has been shipped.', 'path.orderId') : undefined;

/**
 * What a shipment takes: the lines asked for, or all that is open. One entry per order line.
 * @throws DomainError `shipment.line`, `shipment.too_much`, `shipment.nothing_open`.
 */
export function pickLines(order: Order, requested: readonly ShipLine[] | undefined): { line: OrderLine; quantity: Quantity }[] {
  const open = order.lines.filter((line) => isPositive(openQuantity(line)));
  throwIf(refusalOfShipped(order));
  if (!requested) return open.map((line) => ({ line, quantity: openQuantity(line) }));
  const seen = new Set<number>();
  return requested.map(({ line: no, quantity }, i) => {
    const line = order.lines[no - 1];
    if (!line)
      throw invalid('shipment.line', `The order has no line ${no}.`, `body.lines.${i}.line`, { line: no, lines: order.lines.length });
    if (seen.has(no))
      throw invalid('shipment.line', `Line ${no} stands twice in the shipment: put it together in one.`, `body.lines.${i}.line`, {
        line: no,
        why: 'twice',
      });
    seen.add(no);
    if (lessThan(openQuantity(line), quantity))
      throw refused(
        'shipment.too_much',
        `Line ${no} (${line.code}) has only ${openQuantity(line)} left to ship; ${quantity} is too much. Reduce the quantity.`,
        `body.lines.${i}.quantity`,
        { line: no, item: line.code, left: openQuantity(line), requested: quantity },
      );
    return { line, quantity };
  });
}

/** The order after a shipment left. */
export function shipped(order: Order, shipment: Shipment): Order {
  const byLine = new Map(shipment.lines.map(([no, quantity, cost]) => [no, { quantity, cost }]));
  const lines = order.lines.map((line) => {
    const part = byLine.get(line.no);
    return part ? { ...line, shipped: plus(line.shipped, part.quantity), cost: line.cost + part.cost } : line;
  });
  return { ...withBackordered({ ...order, lines }, backorderedByItem(order)), shipments: [...order.shipments, shipment] };
}

const backorderedByItem = (order: Order): Map<string, Quantity> =>
  quantitiesByItem(order.lines.flatMap((line) => (line.backordered === undefined ? [] : [{ line, quantity: line.backordered }])));

/** The order whose record says what it waits for, by item: its last lines wait first. Other items stay as they are. */
export function withBackordered<O extends Pick<Order, 'lines'>>(order: O, waits: ReadonlyMap<string, Quantity>): O {
  if (waits.size === 0) return order;
  const left = new Map(waits);
  const lines = order.lines.toReversed().map((line) => {
    const wanted = line.kind === 'stocked' ? left.get(line.itemId) : undefined;
    if (wanted === undefined) return line;
    const waiting = lessThan(openQuantity(line), wanted) ? openQuantity(line) : wanted;
    left.set(line.itemId, minus(wanted, waiting));
    return isPositive(waiting) ? { ...line, backordered: waiting } : withoutBackordered(line);
  });
  return { ...order, lines: lines.toReversed() };
}

/** Whether both wait for the same. */
export const sameBackordered = (a: Pick<Order, 'lines'>, b: Pick<Order, 'lines'>): boolean =>
  a.lines.every((line, i) => line.backordered === b.lines[i]?.backordered);

/** A line that waits for nothing. */
export function withoutBackordered(line: OrderLine): OrderLine {
  const { backordered, ...rest } = line;
  return rest;
}

/** Quantities that an order asks of each stock record, one entry per item (an item may stand on several lines). */
export function quantitiesByItem(lines: readonly { readonly line: OrderLine; readonly quantity: Quantity }[]): Map<string, Quantity> {
  const totals = new Map<string, Quantity>();
  for (const { line, quantity } of lines) {
    if (line.kind !== 'stocked') continue;
    totals.set(line.itemId, plus(totals.get(line.itemId) ?? '0', quantity));
  }
  return totals;
}
