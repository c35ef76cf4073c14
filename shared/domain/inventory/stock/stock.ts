import * as z from 'zod/mini';
import { assert } from '#kernel/assert.ts';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, shareOf } from '#kernel/money.ts';
import { isNegative, isPositive, isZero, lessThan, minus, plus, type Quantity, thousandths } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';
import { Backorders, backorderedIn, displaced, handedOut, queued, untold, waitingOf, without } from './backorders.ts';

/** What one warehouse holds of one item, valued at moving average (PGC, NRV 10.ª 1.3: weighted average cost). */
export const Stock = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  warehouse: z.string(),
  onHand: z.string(),
  /** Promised to placed orders. Back orders may promise more than there is. */
  reserved: z.string(),
  /** Who waits for the part of it that is not there; absent where nobody does. */
  backorders: z.exactOptional(Backorders),
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
  open: (s) => {
    const queue = isShort(s) ? 'short' : s.backorders && UNTOLD;
    return queue && { queue, sort: `${s.warehouse}#${s.code}#${s.itemId}` };
  },
  told: 'open',
  screen: { none: "It is shown on its item's page." },
  icon: 'packages',
  read: 'stock.read',
});

/** The queue of stock that is there for all orders, some of which do not know it yet. */
export const UNTOLD = 'untold';

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

/** Reserved, and not there: what orders wait for. */
export const backordered = ({ backorders = [] }: Stock): Quantity => backorderedIn(backorders);
/** Reserved and there: the goods of the orders that reserved them (hard allocation). More than is on hand after a loss, until it is settled who bears it. */
export const committed = (stock: Stock): Quantity => minus(stock.reserved, backordered(stock));
/** More is committed than there is: goods are gone, and it is not settled yet which orders wait for others now. */
export const isOvercommitted = (stock: Stock): boolean => lessThan(stock.onHand, committed(stock));
/** Something is still to be done for its orders: to settle who bears a loss, or to tell them what they wait for. */
export const isUnsettled = (stock: Stock): boolean => isOvercommitted(stock) || untold(stock.backorders ?? []).length > 0;

/** The stock with others who wait for it. */
export function withBackorders<S extends Stock>(stock: S, next: Backorders): S {
  const { backorders, ...rest } = stock;
  return (next.length === 0 ? rest : { ...rest, backorders: next }) as S;
}

/** What an order asks of a stock record. */
export interface StockDemand {
  readonly orderId: string;
  readonly quantity: Quantity;
  /** All that the order has ordered of it and not shipped. */
  readonly open: Quantity;
  /** What a refusal names. */
  readonly field: string;
}

/**
 * Reserves a quantity for an order. What is available is committed to it; for the rest it waits, behind all who wait already.
 * @throws DomainError `stock.short` (422) unless shortages are back-ordered.
 */
export function reserve(
  stock: Stock,
  { orderId, quantity, field }: Pick<StockDemand, 'orderId' | 'quantity' | 'field'>,
  shortage: 'refuse' | 'backorder',
): Stock {
  const free = available(stock);
  if (shortage === 'refuse' && lessThan(free, quantity))
    throw refused(
      'stock.short',
      `Only ${free} of ${stock.code} can be promised in ${stock.warehouse}; ${quantity} is asked for. Receive goods or reduce the quantity.`,
      field,
      { item: stock.code, warehouse: stock.warehouse, free, requested: quantity },
    );
  const missing = isNegative(free) ? quantity : minus(quantity, free);
  return withBackorders({ ...stock, reserved: plus(stock.reserved, quantity) }, queued(stock.backorders ?? [], orderId, missing));
}

/** Takes back all that an order has reserved; the goods that were committed to it go to those who wait. */
export function release(stock: Stock, { orderId, quantity }: Pick<StockDemand, 'orderId' | 'quantity'>): Stock {
  const left = unreserved(stock, quantity);
  return distributed(withBackorders(left, without(left.backorders ?? [], orderId)));
}

function unreserved(stock: Stock, quantity: Quantity): Stock {
  assert(!lessThan(stock.reserved, quantity), `no more of ${stock.code} is released than was reserved`);
  return { ...stock, reserved: minus(stock.reserved, quantity) };
}

/** Goods that belong to nobody are committed to those who wait, in the order in which they were placed. */
const distributed = (stock: Stock): Stock =>
  stock.backorders ? withBackorders(stock, handedOut(stock.backorders, minus(stock.onHand, committed(stock)))) : stock;

/**
 * Goods that are gone are missed by the orders that were placed last: they wait for others, before all who wait already.
 * @param holders orders that have the item reserved, the last placed first.
 */
export function settleLoss<S extends Stock>(stock: S, holders: readonly Pick<StockDemand, 'orderId' | 'open'>[]): S {
  let lost = minus(committed(stock), stock.onHand);
  return holders.reduce((now, { orderId, open }) => {
    const own = ownGoods(now, { orderId, open });
    const missed = lessThan(own, lost) ? own : lost;
    if (!isPositive(missed)) return now;
    lost = minus(lost, missed);
    return withBackorders(now, displaced(now.backorders ?? [], orderId, missed));
  }, stock);
}

/** What is committed to an order, which has so much of it open. */
export const ownGoods = ({ backorders = [] }: Stock, { orderId, open }: Pick<StockDemand, 'orderId' | 'open'>): Quantity =>
  minus(open, waitingOf(backorders, orderId));

/**
 * Issues goods that are committed to an order, at moving average. The last piece takes all the value that is left.
 * @returns the stock after, and the cost in minor units.
 * @throws DomainError `stock.not_on_hand`, `stock.backordered` (422).
 */
export function issue(stock: Stock, demand: StockDemand): { stock: Stock; cost: Minor } {
  const { onHand, value } = withdraw(stock, demand.quantity, demand.field);
  throwIf(refusalOfOthersGoods(stock, demand));
  return { stock: { ...unreserved(stock, demand.quantity), onHand, value }, cost: stock.value - value };
}

/** Issues goods that nobody has reserved and none waits for, as {@link issue}: of a sale that is over. */
export function issueFree(stock: Stock, { quantity, field }: Pick<StockDemand, 'quantity' | 'field'>): { stock: Stock; cost: Minor } {
  const { onHand, value } = withdraw(stock, quantity, field);
  return { stock: { ...stock, onHand, value }, cost: stock.value - value };
}

/** Goods of an order that come back to it before they had left for good: committed to it as they were. */
export const unissue = (stock: Stock, quantity: Quantity, cost: Minor): Stock => ({
  ...added(stock, quantity, cost),
  reserved: plus(stock.reserved, quantity),
});

/** What is there beyond what is committed to the order belongs to others: nobody waits while anything is free. */
function refusalOfOthersGoods(stock: Stock, { orderId, quantity, open, field }: StockDemand): Refusal | undefined {
  const own = ownGoods(stock, { orderId, open });
  if (!lessThan(own, quantity)) return undefined;
  const { code, warehouse } = stock;
  return refusal(
    'stock.backordered',
    `Only ${own} of ${code} in ${warehouse} is this order's; ${quantity} is to be shipped, and the rest belongs to orders that reserved it before. Receive goods, or ship what is this order's.`,
    field,
    { item: code, warehouse, free: own, requested: quantity },
  );
}

/** Adds goods at a total cost in minor units. Those who wait get them first. */
export const receive = (stock: Stock, quantity: Quantity, cost: Minor): Stock => distributed(added(stock, quantity, cost));

/** Goods that come in for a sale that is over, and take nothing of what others wait for: {@link issueFree} takes them. */
export function added(stock: Stock, quantity: Quantity, cost: Minor): Stock {
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
