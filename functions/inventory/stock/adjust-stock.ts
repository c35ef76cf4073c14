import { type StockAdjustment, StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { adjust, noStock, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { adjustmentView } from '#domain/inventory/stock/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { dateIn } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import { isNegative } from '#kernel/quantity.ts';
import { create, createNext, update } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { adjustmentPosting } from './adjusting.ts';
import { stock } from './module.ts';

export const adjustStock = command(stock.actions.adjustStock, {
  evidence: ({ made }) => ({ type: StockAdjustments, id: made('adj'), how: 'make' as const }),
  answer: (adjustment) => adjustmentView(stampedAtBirth(adjustment)),
  run: async ({ body, records, now, made, caller }) => {
    const [company, item, before] = await Promise.all([
      records.need(Companies, COMPANY_ID),
      records.need(Items, body.itemId, 'body.itemId'),
      records.get(Stocks, stockId(body.itemId, body.warehouse)),
      records.need(Warehouses, warehouseId(body.warehouse), 'body.warehouse'),
    ]);
    if (item.kind !== 'stocked')
      throw refused('item.not_stocked', `${item.code} is a service and has no stock: choose goods.`, 'body.itemId', { item: item.code });
    if (body.unitCost !== undefined && isNegative(body.quantity))
      throw invalid('adjustment.cost', 'Goods that are gone leave at moving average; a unit cost is for goods found.', 'body.unitCost');
    const cost = body.unitCost === undefined ? undefined : lineNet(body.quantity, body.unitCost);
    const { stock: after, change } = adjust(before ?? noStock(item, body.warehouse), body.quantity, cost, 'body.quantity');
    const { unitCost, date: _, ...told } = body;
    const date = body.date ?? dateIn(company.timeZone, now);
    const { changes, entry } = await adjustmentPosting(records, made('adj'), date, change, item.code, caller.roles);
    const adjustment: StockAdjustment = { ...told, code: item.code, date, value: change, ...(entry ? { entry } : {}) };
    const goods = before ? update(Stocks, before, after as typeof before) : createNext(Stocks, stockId(item.id, body.warehouse), after);
    return (await records.commit<StockAdjustment>([create(StockAdjustments, made('adj'), adjustment), goods, ...changes]))[0];
  },
});
