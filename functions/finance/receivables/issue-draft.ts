import { Customers } from '#domain/crm/customers/customer.ts';
import { type Draft, Drafts } from '#domain/finance/receivables/draft.ts';
import { asIssued, Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { invoiceView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { issueFromDraft } from './issuing.ts';
import { receivables } from './module.ts';

export const issueDraft = command(receivables.actions.issueDraft, {
  evidence: ({ path }) => ({ type: Drafts, id: path.draftId, how: 'on' as const }),
  answer: async (draft, { records }) => {
    const invoice = await records.need(Invoices, present(draft.invoiceId, 'the invoice'));
    return invoiceView(stampedAtBirth(asIssued<StoredInvoice>(invoice)), invoice.date);
  },
  run: async ({ body, records, now, caller }, draft) => {
    if (draft.invoiceId)
      throw refused('draft.issued', `The draft was issued as ${draft.invoiceId}: see that invoice.`, 'path.draftId', {
        invoice: draft.invoiceId,
      });
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, draft.customerId)]);
    const date = body.date ?? draft.date ?? dateIn(company.timeZone, now);
    const issued = await issueFromDraft(records, draft, customer, date, caller.roles);
    return (await records.commit<Draft>([update(Drafts, draft, { ...draft, invoiceId: issued.invoiceId }), ...issued.changes]))[0];
  },
});
