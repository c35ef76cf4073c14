import { StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { adjustmentView } from '#domain/inventory/stock/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { stock } from './module.ts';

export const listAdjustments = query(stock.actions.listAdjustments, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await listDated(records, StockAdjustments, fiscalYears, asked, { party: asked.itemId });
  return { ...page, items: page.items.map(adjustmentView) };
});
