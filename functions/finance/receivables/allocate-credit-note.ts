import { type CreditNote, CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { allocateTo } from './allocating.ts';
import { creditNoteAfter, markRequest } from './allocation-request.ts';
import { receivables } from './module.ts';

export const allocateCreditNote = command(receivables.actions.allocateCreditNote, {
  evidence: ({ path }) => ({ type: CreditNotes, id: path.creditNoteId, how: 'on' as const }),
  answer: (note, { made, records }) => creditNoteAfter(note, made('alr'), records.stamp.key),
  run: async ({ body, records, now, made }, note) => {
    const company = await records.need(Companies, COMPANY_ID);
    const { source, changes } = await allocateTo(records, note, body.allocations, body.date ?? dateIn(company.timeZone, now));
    return (await records.commit<CreditNote>([update(CreditNotes, note, markRequest(source, made('alr'))), ...changes]))[0];
  },
});
