import { told, untold, waitingOf } from '#domain/inventory/stock/backorders.ts';
import { isOvercommitted, isUnsettled, type Stock, Stocks, settleLoss, withBackorders } from '#domain/inventory/stock/stock.ts';
import { Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { openQuantity, quantitiesByItem, sameBackordered, withBackordered } from '#domain/sales/orders/progress.ts';
import { type Change, check, type Stored, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { openRecords } from '#runtime/open-work.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';

/**
 * Does what is left to do about a stock record: goods that are gone are missed by the orders placed last, and the records
 * of the orders say what they wait for. Nothing where that is done; an order of which a step is under way is told later.
 */
export async function settleStock(records: Records, id: string): Promise<void> {
  while (await untilCommitted(() => settleOnce(records, id)));
}

/** @returns whether there is more to tell than a transaction holds. */
async function settleOnce(records: Records, id: string): Promise<boolean> {
  const before = await records.get(Stocks, id);
  if (!before || !isUnsettled(before)) return false;
  const [stock = before] = await withLossesSettled(records, [before]);
  const backorders = stock.backorders ?? [];
  const found = await records.getMany(
    Orders,
    untold(backorders).map(([orderId]) => orderId),
    new Set(),
  );
  const orders = found
    .filter((order) => order !== undefined && !order.pendingOperation)
    .slice(0, MAX_TRANSACTION_ITEMS - 1) as StoredOrder[];
  const next = withBackorders(stock, told(backorders, new Set(orders.map((order) => order.id))));
  if (orders.length === 0 && stock === before) return false;
  await records.commit([update(Stocks, before, next), ...orders.map((order) => tell(order, stock))]);
  return orders.length === MAX_TRANSACTION_ITEMS - 1;
}

/** The order with what it waits for of an item. */
function tell(order: StoredOrder, { itemId, backorders = [] }: Stock): Change {
  const after = withBackordered(order, new Map([[itemId, waitingOf(backorders, order.id)]]));
  return sameBackordered(order, after) ? check(Orders, order) : update(Orders, order, after);
}

/**
 * Stock with no more committed than there is: which orders miss what is gone is found out where it must be known, in one search.
 * An order of which a step is under way keeps what it has.
 */
export async function withLossesSettled<S extends Stock>(records: Records, stocks: readonly S[]): Promise<S[]> {
  const short = stocks.filter(isOvercommitted);
  if (short.length === 0) return [...stocks];
  const orders: StoredOrder[] = [];
  for (const queue of ['ship', 'goods'])
    for await (const order of openRecords(records, Orders, queue, {}, new Set()))
      if (short.some((stock) => isOf(order, stock))) orders.push(order);
  const lastPlacedFirst = orders.sort((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
  return stocks.map((stock) => {
    const holders = lastPlacedFirst.filter((order) => isOf(order, stock));
    return settleLoss(
      stock,
      holders.map((order) => ({ orderId: order.id, open: openOf(order, stock) })),
    );
  });
}

const isOf = ({ warehouse, lines }: StoredOrder, stock: Stock): boolean =>
  warehouse === stock.warehouse && lines.some(({ itemId }) => itemId === stock.itemId);

const openOf = ({ lines }: StoredOrder, { itemId }: Stock): string =>
  quantitiesByItem(lines.map((line) => ({ line, quantity: openQuantity(line) }))).get(itemId) ?? '0';

/** Steps with which an order reserves. */
const RESERVING = ['placeOrder', 'placeQuote', 'restoreRest'];

/** When an order was placed: its date may be any day that was told. */
const placeOf = ({ id, history }: Stored<object>): string =>
  `${(history.findLast(({ action }) => RESERVING.includes(action)) ?? history[0])?.at ?? ''} ${id}`;
