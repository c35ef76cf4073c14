import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { receivables } from './module.ts';

export const listReceipts = query(receivables.actions.listReceipts, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await listDated(records, Receipts, fiscalYears, asked, {
    party: asked.customerId,
    where: asked.open === undefined ? undefined : (receipt) => String(receipt.open > 0) === asked.open,
  });
  return { ...page, items: page.items.map((item) => receiptView(item)) };
});
