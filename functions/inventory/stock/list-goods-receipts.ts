import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { stock } from './module.ts';

export const listGoodsReceipts = query(stock.actions.listGoodsReceipts, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await listDated(records, GoodsReceipts, fiscalYears, asked);
  return { ...page, items: page.items.map(goodsReceiptView) };
});
