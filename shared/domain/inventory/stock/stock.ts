import { assert } from '#kernel/assert.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, shareOf } from '#kernel/money.ts';
import { isNegative, isPositive, isZero, lessThan, minus, plus, type Quantity, thousandths } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';

/** What one warehouse holds of one item, valued at moving average (PGC, NRV 10.ª 1.3: weighted average cost). */
export interface Stock {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly warehouse: string;
  readonly onHand: Quantity;
  /** Promised to placed orders. Back orders may promise more than there is. */
  readonly reserved: Quantity;
  /** Minor units: the same cents that stand in the stock account, always. Zero on hand is zero value. */
  readonly value: Minor;
}

export const Stocks = recordType<Stock>({
  kind: 'stock',
  prefix: 'stk',
  history: 'ends',
  list: (s) => ({ bucket: s.warehouse, sort: `${s.code}#${s.itemId}`, label: `${s.code} ${s.name}`, party: s.itemId }),
  open: (s) => (isShort(s) ? { queue: 'short', sort: `${s.warehouse}#${s.code}#${s.itemId}` } : undefined),
});

/** The id of an item's stock in a warehouse: `stk_<item>.<warehouse>`. */
export const stockId = (itemId: string, warehouse: string): string => `stk_${itemId.slice(itemId.indexOf('_') + 1)}.${warehouse}`;

/** Stock of an item that the warehouse has not met yet. */
export const noStock = (item: { id: string; code: string; name: string }, warehouse: string): Stock => ({
  itemId: item.id,
  code: item.code,
  name: item.name,
  warehouse,
  onHand: '0',
  reserved: '0',
  value: 0,
});

/** Available to promise: on hand less reserved; negative while back-ordered. */
export const available = (stock: Stock): Quantity => minus(stock.onHand, stock.reserved);
/** More is promised than there is. */
export const isShort = (stock: Stock): boolean => isNegative(available(stock));

/** Promises a quantity to an order. @throws DomainError `stock.short` (422) unless shortages are back-ordered. */
export function reserve(stock: Stock, quantity: Quantity, shortage: 'refuse' | 'backorder', field: string): Stock {
  if (shortage === 'refuse' && lessThan(available(stock), quantity))
    throw refused(
      'stock.short',
      `Only ${available(stock)} of ${stock.code} can be promised in ${stock.warehouse}; ${quantity} is asked for. Receive goods or reduce the quantity.`,
      field,
      { item: stock.code, warehouse: stock.warehouse, free: available(stock), asked: quantity },
    );
  return { ...stock, reserved: plus(stock.reserved, quantity) };
}

/** Takes a promise back. */
export function release(stock: Stock, quantity: Quantity): Stock {
  assert(!lessThan(stock.reserved, quantity), `no more of ${stock.code} is released than was reserved`);
  return { ...stock, reserved: minus(stock.reserved, quantity) };
}

/**
 * Issues reserved goods at moving average. The last piece takes all the value that is left.
 * @returns the stock after, and the cost in minor units.
 * @throws DomainError `stock.not_on_hand` (422).
 */
export function issue(stock: Stock, quantity: Quantity, field: string): { stock: Stock; cost: Minor } {
  if (lessThan(stock.onHand, quantity))
    throw refused(
      'stock.not_on_hand',
      `Only ${stock.onHand} of ${stock.code} is on hand in ${stock.warehouse}; ${quantity} is to be shipped. Receive goods or ship less.`,
      field,
      { item: stock.code, warehouse: stock.warehouse, onHand: stock.onHand, asked: quantity },
    );
  const { onHand, value } = withdraw(stock, quantity);
  return { stock: { ...release(stock, quantity), onHand, value }, cost: stock.value - value };
}

/** Adds goods at a total cost in minor units. */
export function receive(stock: Stock, quantity: Quantity, cost: Minor): Stock {
  assert(isPositive(quantity) && cost >= 0, 'a receipt adds goods at a cost of zero or more');
  return { ...stock, onHand: plus(stock.onHand, quantity), value: stock.value + cost };
}

/**
 * Takes a receipt back at its own cost; undefined where its goods are no longer free, or their value has gone into the
 * average of goods sold since (zero on hand must be zero value).
 */
export function takeBack(stock: Stock, quantity: Quantity, cost: Minor): Stock | undefined {
  const onHand = minus(stock.onHand, quantity);
  const value = stock.value - cost;
  if (lessThan(available(stock), quantity) || value < 0 || (isZero(onHand) && value !== 0)) return undefined;
  return { ...stock, onHand, value };
}

/**
 * Corrects the count. A loss leaves at moving average; a find comes in at moving average too (`unitless` stock: at
 * zero), unless a cost is given. @returns the stock after and the change of its value.
 */
export function adjust(stock: Stock, quantity: Quantity, cost: Minor | undefined, field: string): { stock: Stock; change: Minor } {
  if (!isNegative(quantity)) {
    const worth = cost ?? (isZero(stock.onHand) ? 0 : shareOf(stock.value, thousandths(quantity), thousandths(stock.onHand)));
    return { stock: receive(stock, quantity, worth), change: worth };
  }
  const loss = quantity.slice(1);
  if (lessThan(available(stock), loss))
    throw refused(
      'stock.not_available',
      `Only ${available(stock)} of ${stock.code} is free in ${stock.warehouse} (on hand ${stock.onHand}, reserved ${stock.reserved}); ${loss} is to be taken off. Reduce the quantity.`,
      field,
      { item: stock.code, warehouse: stock.warehouse, free: available(stock), onHand: stock.onHand, reserved: stock.reserved, asked: loss },
    );
  const { onHand, value } = withdraw(stock, loss);
  return { stock: { ...stock, onHand, value }, change: value - stock.value };
}

function withdraw(stock: Stock, quantity: Quantity): { onHand: Quantity; value: Minor } {
  const onHand = minus(stock.onHand, quantity);
  const cost = isZero(onHand) ? stock.value : shareOf(stock.value, thousandths(quantity), thousandths(stock.onHand));
  return { onHand, value: stock.value - cost };
}
