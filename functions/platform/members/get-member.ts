import { Members } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { query } from '#runtime/action.ts';
import { members } from './module.ts';

export const getMember = query(members.actions.getMember, async ({ path, records }) =>
  memberView(await records.need(Members, path.memberId, 'path.memberId')),
);
