import { type Member, Members, requireNotRemoved } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { atStep, edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { mailInvitation, needAccount } from './identity-gateway.ts';
import { requireOwner } from './member-store.ts';
import { members } from './module.ts';

export const resendInvitation = command(members.actions.resendInvitation, {
  evidence: ({ path }) => ({ type: Members, id: path.memberId, how: 'on' as const }),
  answer: (member, { records }) => memberView(atStep(member, records.stamp.key)),
  run: async ({ records, caller, tenant, now }, before) => {
    await requireOwner(records, caller);
    requireNotRemoved(before);
    const { isInvited } = await needAccount(tenant, before.email);
    if (!isInvited)
      throw refused('member.not_invited', `${before.email} has a password already and needs no invitation.`, 'path.memberId', {
        email: before.email,
      });
    await mailInvitation(before.email);
    const { data, was } = edited(before, { invitedAt: now.toISOString() });
    return (await records.commit<Member>([update(Members, before, data, was)]))[0];
  },
});
