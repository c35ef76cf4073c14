import { type CreditNote, CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { takeBack } from './allocating.ts';
import { creditNoteAfter, markRequest } from './allocation-request.ts';
import { receivables } from './module.ts';

export const unallocateCreditNote = command(receivables.actions.unallocateCreditNote, {
  evidence: ({ path }) => ({ type: CreditNotes, id: path.creditNoteId, how: 'on' as const }),
  answer: (note, { made, records }) => creditNoteAfter(note, made('unr'), records.stamp.key),
  run: async ({ path, body, records, now, made }, note) => {
    const company = await records.need(Companies, COMPANY_ID);
    const { source, change } = await takeBack(records, note, path.invoiceId, body.date ?? dateIn(company.timeZone, now));
    return (await records.commit<CreditNote>([update(CreditNotes, note, markRequest(source, made('unr'))), change]))[0];
  },
});
