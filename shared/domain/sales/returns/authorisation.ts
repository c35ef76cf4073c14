import type { IsoDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { isPositive, isZero, lessThan, minus, plus, type Quantity } from '#kernel/quantity.ts';
import type { Order, OrderLine } from '../orders/order.ts';
import { refusalOfBusy } from '../orders/progress.ts';
import type { Return, ReturnLine } from './return.ts';

interface RequestedLine {
  readonly line: number;
  readonly quantity: Quantity;
}

/** What may still be authorised of an order line: shipped, less what has come back or is expected back already. */
export const returnable = (line: OrderLine): Quantity => minus(minus(line.shipped, line.returned), line.authorised ?? '0');

/** Why nothing of an order can come back now. */
export function refusalOfReturn(order: Order): Refusal | undefined {
  if (order.state !== 'placed' && order.state !== 'closed')
    return (
      refusalOfBusy(order) ??
      refusal('order.state', `The order is ${order.state}; only goods that were shipped can come back.`, 'path.orderId', {
        state: order.state,
        why: 'return',
      })
    );
  return refusalOfBusy(order) ?? refusalOfLeft(order);
}

const refusalOfLeft = (order: Order): Refusal | undefined =>
  order.lines.some((line) => isPositive(returnable(line)))
    ? undefined
    : refusal('return.nothing_left', 'Nothing of this order is out that could come back.', 'path.orderId');

/** Goods come back after they left. @throws DomainError `return.too_early` (422). */
function requireShipped(order: Order, date: IsoDate, expected: readonly ReturnLine[]): void {
  const later = new Map<number, Quantity>();
  for (const [no, quantity] of order.shipments.flatMap((s) => (s.date > date ? s.lines : [])))
    later.set(no, plus(later.get(no) ?? '0', quantity));
  for (const { line: no, authorised } of expected) {
    const line = order.lines[no - 1];
    if (line && lessThan(minus(returnable(line), later.get(no) ?? '0'), authorised))
      throw refused('return.too_early', `On ${date} line ${no} (${line.code}) had not left yet. Use a later date.`, 'body.date', {
        date,
        line: no,
        item: line.code,
        why: 'shipped',
      });
  }
}

/**
 * The lines that are to come back: those asked for, or all that may.
 * @throws DomainError `return.line` (400), `return.too_much` (422) naming the line.
 */
function authorisedLines(order: Order, requested: readonly RequestedLine[] | undefined): ReturnLine[] {
  if (!requested) {
    return order.lines
      .filter((line) => isPositive(returnable(line)))
      .map((line) => ({ line: line.no, authorised: returnable(line), received: '0' }));
  }
  return requested.map(({ line: no, quantity }, i) => {
    const line = order.lines[no - 1];
    const at = `body.lines.${i}`;
    if (!line)
      throw invalid('return.line', `The order has no line ${no}.`, `${at}.line`, { line: no, lines: order.lines.length, why: 'order' });
    if (requested.findIndex((other) => other.line === no) !== i)
      throw invalid('return.line', `Line ${no} stands twice in the return: put it together in one.`, `${at}.line`, {
        line: no,
        why: 'twice',
      });
    if (lessThan(returnable(line), quantity))
      throw refused(
        'return.too_much',
        `Of line ${no} (${line.code}) only ${returnable(line)} can come back; ${quantity} is too much. Reduce the quantity.`,
        `${at}.quantity`,
        {
          line: no,
          item: line.code,
          left: returnable(line),
          requested: quantity,
        },
      );
    return { line: no, authorised: quantity, received: '0' };
  });
}

/** A return of goods that the customer is to send back, and the order that expects them. */
export function authorise<O extends Order>(
  order: O,
  {
    id,
    orderId,
    date,
    reason,
    lines,
  }: {
    readonly id: string;
    readonly orderId: string;
    readonly date: IsoDate;
    readonly reason: string;
    readonly lines: readonly RequestedLine[] | undefined;
  },
): { ret: Return; order: O } {
  throwIf(refusalOfReturn(order));
  const expected = authorisedLines(order, lines);
  requireShipped(order, date, expected);
  const ret: Return = {
    state: 'authorised',
    orderId,
    customerId: order.customerId,
    customerName: order.customerName,
    warehouse: order.warehouse,
    date,
    reason,
    lines: expected,
    receipts: [],
    refundIds: [],
  };
  const after = expecting(order, new Map(expected.map((line) => [line.line, line.authorised])));
  return { ret, order: { ...after, returnIds: [...order.returnIds, id] } };
}

/** The order expecting more (or, negative, less) back. */
export function expecting<O extends Order>(order: O, changes: ReadonlyMap<number, Quantity>): O {
  const lines = order.lines.map((line) => {
    const change = changes.get(line.no);
    if (change === undefined) return line;
    const { authorised = '0', ...rest } = line;
    const sum = plus(authorised, change);
    return isZero(sum) ? rest : { ...rest, authorised: sum };
  });
  return { ...order, lines };
}

/** What is still expected of a return, by order line. */
export const stillExpected = (ret: Return): Map<number, Quantity> =>
  new Map(
    ret.lines.flatMap(({ line, authorised, received }) =>
      lessThan(received, authorised) ? [[line, minus(authorised, received)] as const] : [],
    ),
  );
