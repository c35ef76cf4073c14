import { Customers } from '#domain/crm/customers/customer.ts';
import { type Draft, Drafts, draftValue } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { resolveLines } from './draft-items.ts';
import { receivables } from './module.ts';

export const patchDraft = command(receivables.actions.patchDraft, {
  evidence: ({ path }) => ({ type: Drafts, id: path.draftId, how: 'on' as const }),
  answer: (draft) => draftView(draft),
  run: async ({ body, records }, before) => {
    if (before.invoiceId)
      throw refused('draft.issued', `The draft was issued as ${before.invoiceId}; credit the invoice instead.`, 'path.draftId', {
        invoice: before.invoiceId,
      });
    const customer = body.customerId ? await records.need(Customers, body.customerId, 'body.customerId') : undefined;
    const lines = body.lines && (await resolveLines(records, body.lines));
    const { data, was } = edited<Draft>(before, { ...body, lines, customerName: customer?.name });
    draftValue(data, data.date ?? data.madeOn);
    if (Object.keys(was).length === 0) return before;
    return (await records.commit<Draft>([update(Drafts, before, data as typeof before, was)]))[0];
  },
});
