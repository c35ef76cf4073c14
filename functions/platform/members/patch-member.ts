import { members } from '#api/platform/members.ts';
import { Members, patched } from '#domain/platform/members/member.ts';
import { memberActions } from '#domain/platform/members/member-actions.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';
import { countOwner, readMemberStanding, requireGivable } from './member-store.ts';

export const patchMember = command(
  members.actions.patchMember,
  on(Members, (path) => path.memberId),
  async ({ body, records, caller }, before) => {
    const { data, was } = applyPatch(before, patched(before, body, before.id === caller.memberId));
    if (Object.keys(was).length === 0) return before;
    throwIf(memberActions.patchMember(await readMemberStanding(records, caller, before)));
    const given = data.roles.filter((role) => !before.roles.includes(role));
    if (given.length > 0) await requireGivable(records, caller, given);
    return [update(Members, before, data, was), ...(await countOwner(records, before.id, data))];
  },
  memberView,
);
