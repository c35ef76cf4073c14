import type * as z from 'zod/mini';
import { stock } from '#api/inventory/stock.ts';
import { adjustmentLines } from '#domain/finance/ledger/goods-postings.ts';
import { type StockAdjustment, StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { adjust, differenceOf, noStock, type Stock, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { type AdjustmentInput, adjustmentView } from '#domain/inventory/stock/wire.ts';
import { Items, itemActions } from '#domain/sales/catalogue/item.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { isNegative, type Quantity } from '#kernel/quantity.ts';
import { create, createNext, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { optional, required } from '#runtime/reads.ts';
import { openPosting } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';

type Body = z.output<typeof AdjustmentInput>;

/** @throws DomainError `adjustment.quantity` (400), `adjustment.agrees` (422). */
function quantityOf({ quantity, counted }: Body, stock: Stock): Quantity {
  if (counted !== undefined && quantity === undefined) return differenceOf(stock, counted, 'body.counted');
  if (quantity === undefined || counted !== undefined)
    throw invalid('adjustment.quantity', 'Give what was counted in `counted`, or else the difference in `quantity`.', 'body.quantity');
  return quantity;
}

export const adjustStock = command(
  stock.actions.adjustStock,
  creates(StockAdjustments, 'adj', ({ body }) => ({
    item: required(Items, body.itemId, 'body.itemId'),
    before: optional(Stocks, stockId(body.itemId, body.warehouse)),
    warehouse: required(Warehouses, warehouseId(body.warehouse), 'body.warehouse'),
  })),
  async ({ body, today, item, before, records, newId, caller }) => {
    throwIf(itemActions.adjustStock(item));
    const stands = before ?? noStock(item, body.warehouse);
    const quantity = quantityOf(body, stands);
    if (body.unitCost !== undefined && isNegative(quantity))
      throw invalid('adjustment.cost', 'Goods that are gone leave at moving average; a unit cost is for goods found.', 'body.unitCost');
    const cost = body.unitCost === undefined ? undefined : lineNet(quantity, body.unitCost);
    const { stock: after, change } = adjust(stands, quantity, cost, 'body.quantity');
    const { unitCost, counted, date = today, ...input } = body;
    const id = newId('adj');
    const posting = await openPosting(records, { date, today, document: id, caller });
    posting.requireOpen();
    const entry = change === 0 ? undefined : posting.add(`Ajuste de existencias ${item.code}`, adjustmentLines(change));
    const adjustment: StockAdjustment = {
      ...input,
      quantity,
      onHand: after.onHand,
      reserved: after.reserved,
      code: item.code,
      date,
      value: change,
      ...defined({ entry }),
    };
    const goods = before ? update(Stocks, before, after as typeof before) : createNext(Stocks, stockId(item.id, body.warehouse), after);
    return [create(StockAdjustments, id, adjustment), goods, ...posting.changes()];
  },
  adjustmentView,
);
