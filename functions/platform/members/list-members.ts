import { Members } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { members } from './module.ts';

export const listMembers = query(members.actions.listMembers, async ({ query: { q, state, ...asked }, records }) => {
  const where = state && ((member: { state: string }) => member.state === state);
  const page = await listRecords(records, Members, { ...asked, buckets: ['all'], words: q, where });
  return { ...page, items: page.items.map(memberView) };
});
