import { members } from '#api/platform/members.ts';
import { Members } from '#domain/platform/members/member.ts';
import { memberActions } from '#domain/platform/members/member-actions.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { edit } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { command } from '../service.ts';
import { getIdentityOrThrow, mailInvitation } from './identity-gateway.ts';
import { takeInvitation, tellOfEntry } from './invitation.ts';

export const resendInvitation = command(
  members.actions.resendInvitation,
  on(Members, (path) => path.memberId),
  async (world, before) => {
    throwIf(memberActions.resendInvitation({ member: before }));
    const { isInvited } = await getIdentityOrThrow(world.tenant, before.email);
    await takeInvitation(world.records, world);
    if (isInvited) await mailInvitation(before.email);
    else await tellOfEntry(before.email, world);
    return edit(Members, before, { invitedAt: world.now.toISOString() });
  },
  memberView,
);
