import { Drafts } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const getDraft = query(receivables.actions.getDraft, async ({ path, records }) => {
  const draft = await records.need(Drafts, path.draftId, 'path.draftId');
  return draftView(draft);
});
