import { type Member, Members } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { atStep, edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { giveRoles, letIn, needAccount } from './identity-gateway.ts';
import { requireOwner } from './member-store.ts';
import { members } from './module.ts';
import { countOwner } from './presence-store.ts';

export const returnMember = command(members.actions.returnMember, {
  evidence: ({ path }) => ({ type: Members, id: path.memberId, how: 'on' as const }),
  answer: (member, { records }) => memberView(atStep(member, records.stamp.key)),
  run: async ({ records, caller, tenant }, before) => {
    await requireOwner(records, caller);
    if (before.state !== 'removed')
      throw refused('member.not_removed', `${before.email} was not removed.`, 'path.memberId', { email: before.email });
    const { isInvited } = await needAccount(tenant, before.email);
    const { data, was } = edited(before, { state: isInvited ? 'invited' : 'active' });
    await giveRoles(before.email, data.roles);
    await letIn(before.email);
    return (await records.commit<Member>([update(Members, before, data, was), ...(await countOwner(records, before.id, data))]))[0];
  },
});
