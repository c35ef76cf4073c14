import { type Member, Members, requireNotRemoved, requireOther } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { update } from '#kernel/record.ts';
import { atStep, edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { ownAccount, shutOut } from './identity-gateway.ts';
import { requireOwner, uncountOwner } from './member-store.ts';
import { members } from './module.ts';
import { countOwner, memberIdOf } from './presence-store.ts';

export const removeMember = command(members.actions.removeMember, {
  evidence: ({ path }) => ({ type: Members, id: path.memberId, how: 'on' as const }),
  answer: (member, { records }) => memberView(atStep(member, records.stamp.key)),
  run: async ({ records, caller, tenant }, before) => {
    await requireOwner(records, caller);
    requireNotRemoved(before);
    requireOther(before.id === memberIdOf(tenant, caller.email));
    const { data, was } = edited(before, { state: 'removed' });
    await uncountOwner(records, before, data);
    if (await ownAccount(tenant, before.email)) await shutOut(before.email);
    return (await records.commit<Member>([update(Members, before, data, was), ...(await countOwner(records, before.id, data))]))[0];
  },
});
