import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { query } from '#runtime/action.ts';
import { billLink, creditNotePrint } from './bill-document.ts';
import { receivables } from './module.ts';

export const getCreditNotePdf = query(receivables.actions.getCreditNotePdf, async ({ path, records, now }) => {
  const note = await records.need(CreditNotes, path.creditNoteId, 'path.creditNoteId');
  const corrected = note.corrects ? await records.get(Invoices, note.corrects) : undefined;
  return billLink(records, 'credit-notes', note.number, (company) => creditNotePrint(note, corrected, company), now);
});
