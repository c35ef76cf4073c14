import { Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { Warehouses } from '#domain/inventory/stock/warehouse.ts';
import { stockView } from '#domain/inventory/stock/wire.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { minus, sum } from '#kernel/quantity.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { stock } from './module.ts';

export const getStock = query(stock.actions.getStock, async ({ path, records }) => {
  await records.need(Items, path.itemId, 'path.itemId');
  const warehouses = await listRecords(records, Warehouses, { buckets: ['all'], order: 'asc', limit: 100 });
  const found = await records.getMany(
    Stocks,
    warehouses.items.map((w) => stockId(path.itemId, w.code)),
  );
  const stocks = found.filter((s) => s !== undefined);
  const onHand = sum(stocks.map((s) => s.onHand));
  const reserved = sum(stocks.map((s) => s.reserved));
  return {
    itemId: path.itemId,
    onHand,
    reserved,
    available: minus(onHand, reserved),
    value: stocks.reduce((total, s) => total + s.value, 0),
    warehouses: stocks.map(stockView),
  };
});
