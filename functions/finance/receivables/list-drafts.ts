import { Drafts } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { receivables } from './module.ts';

export const listDrafts = query(receivables.actions.listDrafts, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await listDated(records, Drafts, fiscalYears, asked, {
    party: asked.customerId,
    where: asked.issued === undefined ? undefined : (draft) => String(draft.invoiceId !== undefined) === asked.issued,
  });
  return { ...page, items: page.items.map((item) => draftView(item, item.madeOn)) };
});
