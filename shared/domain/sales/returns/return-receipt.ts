import { type CreditedLine, creditableQuantities, type Invoice, shareOfLine } from '#domain/finance/events.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, shareOf } from '#kernel/money.ts';
import { isZero, lessThan, minus, plus, type Quantity, thousandths } from '#kernel/quantity.ts';
import type { Order, OrderLine } from '../orders/order.ts';
import { expecting, stillExpected } from './authorisation.ts';
import type { Disposition, ReceivedLine, Return, ReturnReceipt } from './return.ts';
import { refusalOfArrival, refusalOfCancellation } from './return-actions.ts';
import { withdrawUnbilled } from './withdrawal.ts';

export interface Arrived {
  readonly line: number;
  readonly quantity: Quantity;
  readonly disposition: Disposition;
}

/**
 * What has arrived: the lines told, or all that is expected, back into stock.
 * @throws DomainError `return.state`, `return.too_much` (422), `return.line` (400).
 */
export function arrivedLines(ret: Return, requested: readonly Arrived[] | undefined): Arrived[] {
  throwIf(refusalOfArrival(ret));
  const expected = stillExpected(ret);
  if (!requested) return [...expected].map(([line, quantity]) => ({ line, quantity, disposition: 'restock' as const }));
  const quantities = new Map<number, Quantity>();
  for (const [i, { line, quantity }] of requested.entries()) {
    if (!ret.lines.some((l) => l.line === line))
      throw invalid('return.line', `Line ${line} is not part of this return.`, `body.lines.${i}.line`, { line });
    quantities.set(line, plus(quantities.get(line) ?? '0', quantity));
    const most = expected.get(line) ?? '0';
    const total = quantities.get(line) ?? '0';
    if (lessThan(most, total))
      throw refused(
        'return.too_much',
        `Of line ${line} only ${most} is still expected; ${total} was told. Reduce the quantity.`,
        `body.lines.${i}.quantity`,
        { line, left: most, requested: total, why: 'arrived' },
      );
  }
  return [...requested];
}

/** Quantities by order line. */
function quantitiesByLine(parts: readonly { readonly line: number; readonly quantity: Quantity }[]): Map<number, Quantity> {
  const quantities = new Map<number, Quantity>();
  for (const { line, quantity } of parts) quantities.set(line, plus(quantities.get(line) ?? '0', quantity));
  return quantities;
}

/** The cost at which a quantity of a line had left: the last piece takes what is left of it, to the cent. */
export function originalCost(line: OrderLine, quantity: Quantity): Minor {
  const out = minus(line.shipped, line.returned);
  return shareOf(line.cost - line.returnedCost, thousandths(quantity), thousandths(out));
}

/** What a quantity of an order line takes off the invoices that billed it, oldest first. What was never billed takes nothing. */
export function creditsOf<I extends Invoice>(
  line: number,
  quantity: Quantity,
  invoices: readonly I[],
  taken: ReadonlyMap<I, readonly CreditedLine[]>,
): { invoice: I; credited: CreditedLine }[] {
  let left = quantity;
  return invoices.flatMap((invoice) => {
    const creditable = creditableQuantities(invoice);
    return invoice.lines.flatMap((billed, i) => {
      if (billed.orderLine !== line || isZero(left)) return [];
      const used = (taken.get(invoice) ?? [])
        .filter((credit) => credit.line === i + 1)
        .reduce((sum, credit) => plus(sum, credit.quantity), '0');
      const free = minus(creditable[i] ?? '0', used);
      const part = lessThan(free, left) ? free : left;
      if (isZero(part)) return [];
      left = minus(left, part);
      return [{ invoice, credited: shareOfLine(invoice, i + 1, part, `body.lines`) }];
    });
  });
}

/** What an arrival comes to: each line with its net and cost, and what each invoice gives back. */
export interface Valued<I, O extends Order> {
  readonly lines: readonly ReceivedLine[];
  readonly credits: ReadonlyMap<I, readonly CreditedLine[]>;
  /** The order, no longer billing what came back before it was billed. */
  readonly order: O;
  /** Gross that it does not ask for any more. */
  readonly withdrawn: Minor;
}

/**
 * Values an arrival. Several arrivals of one line (part restocked, part scrapped) are valued together and shared out, so
 * that a line never gives back more than it was billed or had cost. What had not been billed yet is taken off what is still
 * to be billed, and only the rest off invoices.
 */
export function valueArrival<I extends Invoice, O extends Order>(
  order: O,
  arrived: readonly Arrived[],
  invoices: readonly I[],
): Valued<I, O> {
  const credits = new Map<I, CreditedLine[]>();
  const { order: unbilled, toCredit, withdrawn } = withdrawUnbilled(order, quantitiesByLine(arrived));
  let now = unbilled;
  const lines = arrived.map(({ line: no, quantity, disposition }) => {
    const line = now.lines[no - 1] as OrderLine;
    const cost = originalCost(line, quantity);
    const left = toCredit.get(no) ?? '0';
    const billed = lessThan(left, quantity) ? left : quantity;
    toCredit.set(no, minus(left, billed));
    let net = 0;
    for (const { invoice, credited } of creditsOf(no, billed, invoices, credits)) {
      const merged = merge(invoice, credits.get(invoice) ?? [], credited);
      net += merged.added;
      credits.set(invoice, merged.lines);
    }
    now = withReceived(now, [{ line: no, quantity, disposition, net, cost }]);
    return { line: no, quantity, disposition, net, cost };
  });
  return { lines, credits, order: unbilled, withdrawn };
}

/** Two credits of one invoice line are one credit of their quantities together. */
function merge(invoice: Invoice, before: readonly CreditedLine[], more: CreditedLine): { lines: CreditedLine[]; added: Minor } {
  const same = before.find((credit) => credit.line === more.line);
  if (!same) return { lines: [...before, more], added: more.net };
  const together = shareOfLine(invoice, more.line, plus(same.quantity, more.quantity), 'body.lines');
  return { lines: before.map((credit) => (credit === same ? together : credit)), added: together.net - same.net };
}

/** The order with what came back on its lines. */
export function withReceived<O extends Order>(order: O, received: readonly ReceivedLine[]): O {
  const lines = [...order.lines];
  for (const { line: no, quantity, net, cost } of received) {
    const line = lines[no - 1] as OrderLine;
    const { returned, returnedNet, returnedCost } = line;
    lines[no - 1] = { ...line, returned: plus(returned, quantity), returnedNet: returnedNet + net, returnedCost: returnedCost + cost };
  }
  return { ...order, lines };
}

/** Return and order after an arrival. `closes`: nothing more is expected, though less came than was authorised. */
export function received<R extends Return, O extends Order>(
  ret: R,
  order: O,
  receipt: ReturnReceipt,
  closes: boolean,
): { ret: R; order: O } {
  const came = quantitiesByLine(receipt.lines);
  const lines = ret.lines.map((line) => ({ ...line, received: plus(line.received, came.get(line.line) ?? '0') }));
  const after: R = { ...ret, lines, receipts: [...ret.receipts, receipt] };
  const missing = stillExpected(after);
  const ends = closes || missing.size === 0;
  const gone = new Map(came);
  if (ends) for (const [line, quantity] of missing) gone.set(line, plus(gone.get(line) ?? '0', quantity));
  const less = new Map([...gone].map(([line, quantity]) => [line, minus('0', quantity)]));
  return { ret: { ...after, state: ends ? 'received' : 'authorised' }, order: expecting(withReceived(order, receipt.lines), less) };
}

/** What has not come of a return, taken off what its order expects. */
const forgotten = <O extends Order>(ret: Return, order: O): O =>
  expecting(order, new Map([...stillExpected(ret)].map(([line, quantity]) => [line, minus('0', quantity)])));

/** A return of which part has come, and no more is expected. */
export const closedShort = <R extends Return, O extends Order>(ret: R, order: O): { ret: R; order: O } => ({
  ret: { ...ret, state: 'received' },
  order: forgotten(ret, order),
});

/**
 * A return that a person ends before all came, and the order that no longer expects it: cancelled where nothing came,
 * otherwise received with what came. @throws DomainError `return.state` (422).
 */
export function ended<R extends Return, O extends Order>(
  ret: R,
  order: O,
  why: { readonly date: string; readonly reason: string },
): { ret: R; order: O } {
  if (ret.receipts.length === 0 || ret.state !== 'authorised') return cancelled(ret, order, why);
  const after = closedShort(ret, order);
  return { ...after, ret: { ...after.ret, short: why } };
}

/** A return of which nothing came, and the order that no longer expects it. @throws DomainError `return.state` (422). */
export function cancelled<R extends Return, O extends Order>(
  ret: R,
  order: O,
  why: { readonly date: string; readonly reason: string },
): { ret: R; order: O } {
  throwIf(refusalOfCancellation(ret));
  return { ret: { ...ret, state: 'cancelled', cancelled: why }, order: forgotten(ret, order) };
}
