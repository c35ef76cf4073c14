import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { query } from '#runtime/action.ts';
import { stock } from './module.ts';

export const getGoodsReceipt = query(stock.actions.getGoodsReceipt, async ({ path, records }) =>
  goodsReceiptView(await records.need(GoodsReceipts, path.receiptId, 'path.receiptId')),
);
