import * as z from 'zod/mini';
import { isNegative, isPositive, isZero, lessThan, minus, plus, type Quantity, sum } from '#kernel/quantity.ts';
import { list } from '#kernel/stored.ts';

/**
 * Who waits for goods of a stock record, in the order in which they were placed: the order, what it waits for, and what its
 * own record says that it waits for. The second is the truth; the third is brought to it, and the entry is gone once both are zero.
 */
export const Backorders = list(z.readonly(z.tuple([z.string(), z.string(), z.string()])));
export type Backorders = z.output<typeof Backorders>;

/** What all of them wait for. */
export const backorderedIn = (backorders: Backorders): Quantity => sum(backorders.map(([, quantity]) => quantity));

/** What an order waits for. */
export const waitingOf = (backorders: Backorders, orderId: string): Quantity => backorders.find(([id]) => id === orderId)?.[1] ?? '0';

/** Those who still wait; another has its goods, and has not been told. */
export const waitingIn = (backorders: Backorders): Backorders => backorders.filter(([, quantity]) => !isZero(quantity));

/** Orders whose own records do not say what they wait for. */
export const untold = (backorders: Backorders): Backorders => backorders.filter(([, quantity, told]) => !isZero(minus(quantity, told)));

/** The last in the row. It is on the order's record with the same transaction. */
export const queued = (backorders: Backorders, orderId: string, quantity: Quantity): Backorders =>
  isPositive(quantity) ? [...without(backorders, orderId), [orderId, quantity, quantity]] : backorders;

/** An order that wants nothing any more. */
export const without = (backorders: Backorders, orderId: string): Backorders => backorders.filter(([id]) => id !== orderId);

/** Goods that belong to nobody go to those who have waited longest. */
export function handedOut(backorders: Backorders, goods: Quantity): Backorders {
  let left = isNegative(goods) ? '0' : goods;
  return backorders.flatMap(([orderId, quantity, told]) => {
    const given = lessThan(left, quantity) ? left : quantity;
    left = minus(left, given);
    return kept([orderId, minus(quantity, given), told]);
  });
}

/** An order that loses goods waits for them before all who were placed after it: they have lost theirs before, or never had them. */
export function displaced(backorders: Backorders, orderId: string, lost: Quantity): Backorders {
  const [, waiting = '0', was = '0'] = backorders.find(([id]) => id === orderId) ?? [];
  return [[orderId, plus(waiting, lost), was], ...without(backorders, orderId)];
}

/** The order's record says by now what it waits for. */
export const told = (backorders: Backorders, orderIds: ReadonlySet<string>): Backorders =>
  backorders.flatMap((entry) => (orderIds.has(entry[0]) ? kept([entry[0], entry[1], entry[1]]) : [entry]));

const kept = (entry: Backorders[number]): Backorders => (isZero(entry[1]) && isZero(entry[2]) ? [] : [entry]);
