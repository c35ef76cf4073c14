import { members } from '#api/platform/members.ts';
import { Members, stateBeforeRemoval } from '#domain/platform/members/member.ts';
import { memberActions } from '#domain/platform/members/member-actions.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';
import { enterCompany } from './identity-gateway.ts';
import { countOwner, readMemberStanding } from './member-store.ts';

export const returnMember = command(
  members.actions.returnMember,
  on(Members, (path) => path.memberId),
  async ({ records, caller, tenant }, before) => {
    throwIf(memberActions.returnMember(await readMemberStanding(records, caller, before)));
    const { data, was } = applyPatch(before, { state: stateBeforeRemoval(before) });
    await enterCompany(tenant, before.email);
    return [update(Members, before, data, was), ...(await countOwner(records, before.id, data))];
  },
  memberView,
);
