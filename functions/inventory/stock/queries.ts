import { serve } from '#runtime/http.ts';
import { getGoodsReceipt } from './get-goods-receipt.ts';
import { getStock } from './get-stock.ts';
import { getStockValuation } from './get-stock-valuation.ts';
import { listAdjustments } from './list-adjustments.ts';
import { listGoodsReceipts } from './list-goods-receipts.ts';
import { listStock } from './list-stock.ts';
import { listWarehouses } from './list-warehouses.ts';
import { stock } from './module.ts';

export const handler = serve(stock, {
  getGoodsReceipt,
  listGoodsReceipts,
  listAdjustments,
  listStock,
  getStock,
  getStockValuation,
  listWarehouses,
});
