import { Refunds } from '#domain/finance/receivables/receipt.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { receivables } from './module.ts';

export const listRefunds = query(receivables.actions.listRefunds, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await listDated(records, Refunds, fiscalYears, asked, { party: asked.customerId });
  return { ...page, items: page.items.map((item) => refundView(item)) };
});
