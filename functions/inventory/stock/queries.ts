import { stock } from '#api/inventory/stock.ts';
import { adjustmentActions, StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { GoodsReceipts, goodsReceiptActions, stockIdsOf } from '#domain/inventory/stock/goods-receipt.ts';
import { backordered, committed, isShort, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { Warehouses } from '#domain/inventory/stock/warehouse.ts';
import { adjustmentView, goodsReceiptView, stockView, waitedStockView } from '#domain/inventory/stock/wire.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { assertDefined } from '#kernel/assert.ts';
import { minus, sum } from '#kernel/quantity.ts';
import { stamped } from '#kernel/stamps.ts';
import { plainQuery } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, listQuery, query, readFlow, serveModule } from '../../platform/service.ts';

export const getGoodsReceipt = query(
  stock.actions.getGoodsReceipt,
  ({ path }) => ({ receipt: required(GoodsReceipts, path.receiptId, 'path.receiptId') }),
  async (world) => {
    const { receipt, caller, records } = world;
    const [{ found: _, ...flow }, stocks] = await Promise.all([
      readFlow(world, GoodsReceipts, receipt),
      records.getMany(Stocks, stockIdsOf(receipt)),
    ]);
    const actions = actionsOf(caller, stock.actions, goodsReceiptActions, { receipt, stocks });
    return { ...goodsReceiptView(receipt), ...flow, actions };
  },
);

export const getStock = plainQuery(stock.actions.getStock, async ({ path, records }) => {
  await records.getOrThrow(Items, path.itemId, 'path.itemId');
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
    committed: sum(stocks.map(committed)),
    backordered: sum(stocks.map(backordered)),
    available: minus(onHand, reserved),
    value: stocks.reduce((total, s) => total + s.value, 0),
    warehouses: stocks.map(waitedStockView),
  };
});

export const getStockValuation = plainQuery(stock.actions.getStockValuation, async ({ records }) => {
  const found = await listRecords(records, Warehouses, { buckets: ['all'], order: 'asc', limit: 100 });
  const warehouses = await Promise.all(found.items.map(async ({ code }) => ({ warehouse: code, ...(await valuationOf(records, code)) })));
  return { items: warehouses.reduce((n, w) => n + w.items, 0), value: warehouses.reduce((sum, w) => sum + w.value, 0), warehouses };
});

/** Σ value over the warehouse's stock. */
async function valuationOf(records: Records, warehouse: string): Promise<{ items: number; value: number }> {
  let [items, value] = [0, 0];
  for await (const stock of everyRecord(records, Stocks, { bucket: warehouse })) {
    items += 1;
    value += stock.value;
  }
  return { items, value };
}

export const listAdjustments = query(stock.actions.listAdjustments, async (world) => {
  const { query: input, records, company, caller } = world;
  const page = await listDated(records, StockAdjustments, company.fiscalYears, input, { party: input.itemId });
  const stocks = await records.getMany(
    Stocks,
    page.items.map(({ itemId, warehouse }) => stockId(itemId, warehouse)),
  );
  const items = page.items.map((adjustment, i) => {
    const standing = { adjustment, stock: assertDefined(stocks[i], 'what was adjusted has stock') };
    return { ...adjustmentView(adjustment), actions: actionsOf(caller, stock.actions, adjustmentActions, standing) };
  });
  return { ...page, items };
});

export const listGoodsReceipts = listQuery(stock.actions.listGoodsReceipts, GoodsReceipts, goodsReceiptView);

export const listStock = plainQuery(stock.actions.listStock, async ({ query: input, records }) => {
  const { warehouse, q, short, ...page } = input;
  const found = await listRecords(records, Stocks, {
    ...page,
    buckets: [warehouse],
    words: q,
    where: short === undefined ? undefined : (s) => String(isShort(s)) === short,
  });
  return { ...found, items: found.items.map(stockView) };
});

export const listWarehouses = plainQuery(stock.actions.listWarehouses, async ({ records }) => {
  const page = await listRecords(records, Warehouses, { buckets: ['all'], order: 'asc', limit: 100 });
  return { items: page.items.map(stamped) };
});

export const handler = serveModule(stock, {
  getGoodsReceipt,
  listGoodsReceipts,
  listAdjustments,
  listStock,
  getStock,
  getStockValuation,
  listWarehouses,
});
