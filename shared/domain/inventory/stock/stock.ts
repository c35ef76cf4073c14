import * as z from 'zod/mini';
import { assert } from '#kernel/assert.ts';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, shareOf } from '#kernel/money.ts';
import { isNegative, isPositive, isZero, lessThan, minus, plus, type Quantity, thousandths } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';

/** What one warehouse holds of one item, valued at moving average (PGC, NRV 10.ª 1.3: weighted average cost). */
export const Stock = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  warehouse: z.string(),
  onHand: z.string(),
  /** Promised to placed orders. Back orders may promise more than there is. */
  reserved: z.string(),
  /** Minor units: the same cents that stand in the stock account, always. Zero on hand is zero value. */
  value: z.int(),
});
export type Stock = Readonly<z.output<typeof Stock>>;

export const Stocks = recordType<Stock>({
  kind: 'stock',
  prefix: 'stk',
  data: Stock,
  history: 'ends',
  list: {
    buckets: 'own',
    key: (s) => ({ bucket: s.warehouse, sort: `${s.code}#${s.itemId}`, label: `${s.code} ${s.name}`, party: s.itemId }),
  },
  open: (s) => (isShort(s) ? { queue: 'short', sort: `${s.warehouse}#${s.code}#${s.itemId}` } : undefined),
  screen: { none: "It is shown on its item's page." },
  icon: 'packages',
  read: 'stock.read',
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
      { item: stock.code, warehouse: stock.warehouse, free: available(stock), requested: quantity },
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
  const { onHand, value } = withdraw(stock, quantity, field);
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
export function returnToSupplier(stock: Stock, quantity: Quantity, cost: Minor): Stock | undefined {
  const onHand = minus(stock.onHand, quantity);
  const value = stock.value - cost;
  if (lessThan(available(stock), quantity) || value < 0 || (isZero(onHand) && value !== 0)) return undefined;
  return { ...stock, onHand, value };
}

/** By how much a count differs. @throws DomainError `adjustment.agrees` (422). */
export function differenceOf(stock: Stock, counted: Quantity, field: string): Quantity {
  const difference = minus(counted, stock.onHand);
  if (isZero(difference))
    throw refused(
      'adjustment.agrees',
      `The count agrees: ${stock.onHand} of ${stock.code} is on hand in ${stock.warehouse}. There is nothing to adjust.`,
      field,
      { item: stock.code, warehouse: stock.warehouse, onHand: stock.onHand },
    );
  return difference;
}

/**
 * Corrects the count. A loss leaves at moving average; a find comes in at moving average too (`unitless` stock: at
 * zero), unless a cost is given. What is gone is gone, promised or not: orders may be left short by it.
 * @returns the stock after and the change of its value. @throws DomainError `stock.not_on_hand` (422).
 */
export function adjust(stock: Stock, quantity: Quantity, cost: Minor | undefined, field: string): { stock: Stock; change: Minor } {
  if (!isNegative(quantity)) {
    const worth = cost ?? (isZero(stock.onHand) ? 0 : shareOf(stock.value, thousandths(quantity), thousandths(stock.onHand)));
    return { stock: receive(stock, quantity, worth), change: worth };
  }
  const { onHand, value } = withdraw(stock, quantity.slice(1), field);
  return { stock: { ...stock, onHand, value }, change: value - stock.value };
}

/** What is gone is gone, promised or not; but no more goes than is there. */
export const refusalOfAdjustment = (stock: Stock, quantity: Quantity, field: string): Refusal | undefined =>
  isNegative(quantity) ? refusalOfIssue(stock, quantity.slice(1), field) : undefined;

function refusalOfIssue({ code, warehouse, onHand }: Stock, quantity: Quantity, field: string): Refusal | undefined {
  if (!lessThan(onHand, quantity)) return undefined;
  return refusal(
    'stock.not_on_hand',
    `Only ${onHand} of ${code} is on hand in ${warehouse}; ${quantity} is to be taken out. Receive goods or reduce the quantity.`,
    field,
    { item: code, warehouse, onHand, requested: quantity },
  );
}

function withdraw(stock: Stock, quantity: Quantity, field: string): { onHand: Quantity; value: Minor } {
  throwIf(refusalOfIssue(stock, quantity, field));
  const onHand = minus(stock.onHand, quantity);
  const cost = isZero(onHand) ? stock.value : shareOf(stock.value, thousandths(quantity), thousandths(stock.onHand));
  return { onHand, value: stock.value - cost };
}
