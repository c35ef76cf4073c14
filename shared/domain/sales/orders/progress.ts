import type { IsoDate } from '#kernel/date.ts';
import { conflict, invalid, refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { isPositive, isZero, lessThan, minus, plus, type Quantity } from '#kernel/quantity.ts';
import type { Order, OrderLine, OrderState, Shipment } from './order.ts';

/** Which state may follow which. `placing → cancelled` is the way back of a long order that did not fit. */
export const TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  quote: ['placing', 'placed', 'cancelled'],
  placing: ['placed', 'cancelled'],
  placed: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

/** @throws DomainError `order.state` (422), `order.busy` (409). */
export function requireState(order: Order, wanted: OrderState, action: string): void {
  if (order.step)
    throw conflict('order.busy', 'Another step of this long order is still under way; try again in a moment.', 'path.orderId');
  if (order.state === wanted) return;
  const why = order.state === 'placing' ? 'is still being placed; try again in a moment' : `is ${order.state}`;
  throw refused('order.state', `The order ${why}; only a ${wanted} order can be ${action}.`, 'path.orderId', {
    state: order.state,
    wanted,
  });
}

export const openQuantity = (line: OrderLine): Quantity => minus(line.quantity, line.shipped);
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

/** What somebody still has to do with an order: `ship` it, or `invoice` what has been shipped. */
export function awaitedOf(order: Order): 'ship' | 'invoice' | undefined {
  const status = statusOf(order);
  if (status === 'placed' || status === 'partly-shipped') return 'ship';
  return status === 'shipped' ? 'invoice' : undefined;
}

export interface ShipLine {
  readonly line: number;
  readonly quantity: Quantity;
}

/**
 * What a shipment takes: the lines asked for, or all that is open. One entry per order line.
 * @throws DomainError `shipment.line`, `shipment.too_much`, `shipment.nothing_open`.
 */
export function pickLines(order: Order, asked: readonly ShipLine[] | undefined): { line: OrderLine; quantity: Quantity }[] {
  const open = order.lines.filter((line) => isPositive(openQuantity(line)));
  if (open.length === 0) throw refused('shipment.nothing_open', 'Everything on this order has been shipped.', 'path.orderId');
  if (!asked) return open.map((line) => ({ line, quantity: openQuantity(line) }));
  const seen = new Set<number>();
  return asked.map(({ line: no, quantity }, i) => {
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
        { line: no, item: line.code, left: openQuantity(line), asked: quantity },
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
  return { ...order, lines, shipments: [...order.shipments, shipment] };
}

/** What a placed order learns later, beside its quantities. */
type Later = 'cancelled' | 'closedOn' | 'step' | 'withdrawn';

/** A shipment as it was when it left: the invoice that a later request asked for is not on it yet. */
export function asShipped(order: Pick<Order, 'billings'>, { invoiceId, ...shipment }: Shipment): Shipment {
  const later = order.billings?.some((billing) => billing.invoiceId === invoiceId);
  return later || invoiceId === undefined ? shipment : { ...shipment, invoiceId };
}

/** The order as it was when it was placed: what the first answer said, however far it has come. */
export function asPlaced<O extends Order>({ cancelled, closedOn, step, withdrawn, ...order }: O): Omit<O, Later> {
  return {
    ...order,
    state: order.quoted ? 'quote' : 'placed',
    lines: order.lines.map(({ announced, ...line }) => ({
      ...line,
      shipped: '0',
      cost: 0,
      returned: '0',
      returnedNet: 0,
      returnedCost: 0,
    })),
    shipments: [],
    invoiceIds: order.invoiceOn === 'order' && !order.quoted ? order.invoiceIds.slice(0, 1) : [],
    returnIds: [],
  };
}

/** A quote as it was when it was placed. */
export const asQuotePlaced = <O extends Order>(order: O) => asPlaced({ ...order, quoted: false });

/** The cancelled order. What was shipped stays shipped; only before shipping may the whole be cancelled. */
export function cancel(order: Order, date: IsoDate, reason: string): Order {
  if (!TRANSITIONS[order.state].includes('cancelled')) requireState(order, 'placed', 'cancelled');
  if (order.shipments.length > 0)
    throw refused('order.shipped', 'Goods of this order have left already. Take them back with a return.', 'path.orderId');
  return { ...order, state: 'cancelled', cancelled: { date, reason } };
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
