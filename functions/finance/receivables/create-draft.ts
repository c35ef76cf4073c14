import { Customers } from '#domain/crm/customers/customer.ts';
import { type Draft, Drafts, draftValue, type StoredDraft } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { resolveLines } from './draft-items.ts';
import { receivables } from './module.ts';

export const createDraft = command(receivables.actions.createDraft, {
  evidence: ({ made }) => ({ type: Drafts, id: made('drf'), how: 'make' as const }),
  answer: (draft) => {
    const { invoiceId, ...born } = atBirth<StoredDraft>(draft);
    return draftView(stampedAtBirth(born));
  },
  run: async ({ body, records, now, made }) => {
    const [company, customer, lines] = await Promise.all([
      records.need(Companies, COMPANY_ID),
      records.need(Customers, body.customerId, 'body.customerId'),
      resolveLines(records, body.lines),
    ]);
    const draft = { ...body, lines, customerName: customer.name, madeOn: dateIn(company.timeZone, now) };
    draftValue(draft, draft.date ?? draft.madeOn); // Refuses what could never be issued.
    return (await records.commit<Draft>([create(Drafts, made('drf'), draft)]))[0];
  },
});
