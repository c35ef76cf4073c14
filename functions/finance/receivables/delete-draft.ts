import { receivables } from '#api/finance/receivables.ts';
import { Drafts } from '#domain/finance/receivables/draft.ts';
import { draftActions } from '#domain/finance/receivables/receivables-actions.ts';
import { throwIf } from '#kernel/errors.ts';
import { remove } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

export const deleteDraft = command(
  receivables.actions.deleteDraft,
  on(Drafts, (path) => path.draftId),
  (_, draft) => {
    throwIf(draftActions.deleteDraft(draft));
    return [remove(Drafts, draft)];
  },
  ({ id }) => ({ id, deleted: true as const }),
);
