import { Drafts } from '#domain/finance/receivables/draft.ts';
import { refused } from '#kernel/errors.ts';
import { remove } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const deleteDraft = command(receivables.actions.deleteDraft, {
  evidence: ({ path }) => ({ type: Drafts, id: path.draftId, how: 'on' as const }),
  answer: (draft) => ({ id: draft.id, deleted: true as const }),
  run: async ({ records }, draft) => {
    if (draft.invoiceId)
      throw refused(
        'draft.issued',
        `The draft was issued as ${draft.invoiceId}; an issued invoice is never deleted. Credit it instead.`,
        'path.draftId',
        {
          invoice: draft.invoiceId,
        },
      );
    await records.commit([remove(Drafts, draft)]);
    return draft;
  },
});
