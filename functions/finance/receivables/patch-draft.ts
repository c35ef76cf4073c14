import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { edited } from '#kernel/stamps.ts';
import { type Draft, Drafts, draftValue } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { command } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const patchDraft = command(receivables.actions.patchDraft, {
  evidence: ({ path }) => ({ type: Drafts, id: path.draftId, how: 'on' as const }),
  answer: (draft) => draftView(draft, draft.madeOn),
  run: async ({ body, records }, before) => {
    if (before.invoiceId) throw refused('draft.issued', `The draft was issued as ${before.invoiceId}; credit the invoice instead.`, 'path.draftId');
    const { data, was } = edited<Draft>(before, body);
    draftValue(data, data.date ?? data.madeOn);
    if (Object.keys(was).length === 0) return before;
    return (await records.commit<Draft>([update(Drafts, before, data as typeof before, was)]))[0];
  },
});
