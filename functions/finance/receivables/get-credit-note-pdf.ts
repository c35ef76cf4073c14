import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { query } from '#runtime/action.ts';
import { billLink, creditNotePrint } from './bill-document.ts';
import { receivables } from './module.ts';

export const getCreditNotePdf = query(receivables.actions.getCreditNotePdf, async ({ path, records, now }) =>
  billLink(records, 'credit-notes', creditNotePrint(await records.need(CreditNotes, path.creditNoteId, 'path.creditNoteId')), now),
);
