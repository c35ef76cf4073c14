import { vi } from 'vitest';
import { settleStock } from '../../functions/sales/orders/backorder-store.ts';
import { type Stock, Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import { Orders } from '../../shared/domain/sales/orders/order.ts';
import { awaitedOf } from '../../shared/domain/sales/orders/progress.ts';
import { DAY, newSeller } from './seller.ts';

/**
 * A company that lets orders wait, with so many pieces of one item, at 10.00 apiece. Each order is placed at a second of its own:
 * who uses it has a clock that can be set.
 */
export async function shopWith(pieces: number) {
  const seller = await newSeller([['TAZA', pieces, pieces * 1000]], { policies: { shortage: 'backorder' } });
  await seller.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
  const itemId = seller.items[0] ?? '';
  const id = stockId(itemId, 'main');
  const later = () => vi.setSystemTime(Date.now() + 1000);
  const stock = async (): Promise<Stock> => seller.records.getOrThrow(Stocks, id);
  return {
    ...seller,
    itemId,
    now: stock,
    later,
    order: async (quantity: string): Promise<string> => {
      later();
      return (await seller.place([{ itemId, quantity }])).id;
    },
    receive: (quantity: string) => seller.done('receiveGoods', { body: { date: DAY, lines: [{ itemId, quantity, unitCost: '10' }] } }),
    count: (counted: string) => seller.ask('adjustStock', { body: { itemId, date: DAY, counted, reason: 'count' } }),
    tryShip: (orderId: string, quantity: string) =>
      seller.ask('shipOrder', { path: [orderId], body: { date: DAY, lines: [{ line: 1, quantity }] } }),
    settle: () => settleStock(seller.records, id),
    /** What the stock says that each order waits for, first come first. */
    waiting: async () => (await stock()).backorders?.map(([orderId, quantity]) => [orderId, quantity]) ?? [],
    /** What the order's own record says that it waits for, and for what it stands in a queue. */
    told: async (orderId: string) => {
      const order = await seller.records.getOrThrow(Orders, orderId);
      return [order.lines[0]?.backordered ?? '0', awaitedOf(order)];
    },
  };
}
