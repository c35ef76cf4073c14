import { members } from '#api/platform/members.ts';
import { Members } from '#domain/platform/members/member.ts';
import { memberActions } from '#domain/platform/members/member-actions.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';
import { leaveCompany } from './identity-gateway.ts';
import { countOwner, readMemberStanding, uncountOwner } from './member-store.ts';

export const removeMember = command(
  members.actions.removeMember,
  on(Members, (path) => path.memberId),
  async ({ records, caller, tenant }, member) => {
    throwIf(memberActions.removeMember(await readMemberStanding(records, caller, member)));
    const { data, was } = applyPatch(member, { state: 'removed' });
    await uncountOwner(records, member, data);
    await leaveCompany(tenant, member.email);
    return [update(Members, member, data, was), ...(await countOwner(records, member.id, data))];
  },
  memberView,
);
