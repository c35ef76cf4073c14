import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { creditNoteView } from '#domain/finance/receivables/wire.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const getCreditNote = query(receivables.actions.getCreditNote, async ({ path, records }) =>
  creditNoteView(await records.need(CreditNotes, path.creditNoteId, 'path.creditNoteId')),
);
