import { type CreditedLine, type Invoice, notBefore } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { isPositive, type Quantity } from '#kernel/quantity.ts';
import { creditsOf } from '../returns/return-receipt.ts';
import type { Order, OrderLine } from './order.ts';
import { openQuantity, refusalOfShipped, refusalOfState, withoutBackordered } from './progress.ts';
import { billableValue, lastDay, shippedLines, unbilledShipments } from './shipment-value.ts';

/** Why the rest of an order cannot be given up: only of one that has begun to ship. */
export const refusalOfRest = (order: Order): Refusal | undefined =>
  refusalOfState(order, 'placed', 'ended short') ??
  refusalOfShipped(order) ??
  (order.shipments.length > 0
    ? undefined
    : refusal('order.unshipped', 'Nothing of this order has left yet: cancel it instead.', 'path.orderId'));

/** Why what was given up cannot be asked for again: what a credit note gave back is final. */
export function refusalOfRestoring(order: Order): Refusal | undefined {
  const state = refusalOfState(order, 'placed', 'continued');
  if (state) return state;
  if (!order.short) return refusal('order.not_short', 'Nothing of this order has been given up.', 'path.orderId');
  const { creditNoteId } = order.short;
  return creditNoteId === undefined
    ? undefined
    : refusal('order.rest_credited', `The rest was given back by ${creditNoteId}: place a new order instead.`, 'path.orderId', {
        document: creditNoteId,
      });
}

/** What has been given up of each line. */
export const givenUpLines = (order: Order): { line: OrderLine; quantity: Quantity }[] =>
  order.lines.flatMap((line) => (line.givenUp === undefined ? [] : [{ line, quantity: line.givenUp }]));

/**
 * The order that ends short of what has not shipped.
 * @param billed gross of the invoices that there are; of an order that was invoiced as a whole a credit note gives the rest back.
 * @throws DomainError `order.state`, `order.unshipped`, `shipment.nothing_open`, `rest.too_early` (422), `order.busy` (409).
 */
export function withoutRest<O extends Order>(
  order: O,
  { date, reason }: { readonly date: IsoDate; readonly reason: string },
  billed: Minor,
): O {
  throwIf(refusalOfRest(order));
  notBefore(date, lastDay(order.shipments) ?? order.date, 'rest');
  const gross = order.invoiceOn === 'shipment' ? unaskedGross(order, billed) : 0;
  return {
    ...order,
    lines: order.lines.map((line) =>
      isPositive(openQuantity(line)) ? { ...withoutBackordered(line), givenUp: openQuantity(line) } : line,
    ),
    short: { date, reason, gross },
    ...(gross === 0 ? {} : { withdrawn: (order.withdrawn ?? 0) + gross }),
  };
}

/** What the order asks for beyond its invoices and the shipments that are still to be billed. */
function unaskedGross(order: Order, billed: Minor): Minor {
  const unbilled = billableValue(order, shippedLines(order, unbilledShipments(order))).totals.gross;
  return order.totals.gross - (order.withdrawn ?? 0) - billed - unbilled;
}

/** The order that asks for its rest again. @throws DomainError `order.state`, `order.not_short`, `order.rest_credited` (422). */
export function withRest<O extends Order>(order: O): O {
  throwIf(refusalOfRestoring(order));
  const { short, ...rest } = order;
  const lines = order.lines.map(({ givenUp, ...line }) => line);
  return { ...rest, lines, withdrawn: (order.withdrawn ?? 0) - (short?.gross ?? 0) } as unknown as O;
}

/** What the invoice of the whole order gives back of what is given up. */
export const creditedRest = (order: Order, invoice: Invoice): CreditedLine[] =>
  givenUpLines(order).flatMap(({ line, quantity }) => creditsOf(line.no, quantity, [invoice], new Map()).map(({ credited }) => credited));
