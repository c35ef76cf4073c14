import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { creditNoteView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { receivables } from './module.ts';

export const listCreditNotes = query(receivables.actions.listCreditNotes, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await listDated(records, CreditNotes, fiscalYears, asked, {
    party: asked.customerId,
    where: asked.open === undefined ? undefined : (note) => String(note.open > 0) === asked.open,
  });
  return { ...page, items: page.items.map((item) => creditNoteView(item)) };
});
