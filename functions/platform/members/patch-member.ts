import { type Member, Members, patched } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { update } from '#kernel/record.ts';
import { edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { giveRoles, needAccount } from './identity-gateway.ts';
import { requireOwner, uncountOwner } from './member-store.ts';
import { members } from './module.ts';
import { countOwner, memberIdOf } from './presence-store.ts';

export const patchMember = command(members.actions.patchMember, {
  evidence: ({ path }) => ({ type: Members, id: path.memberId, how: 'on' as const }),
  answer: (member) => memberView(member),
  run: async ({ body, records, caller, tenant }, before) => {
    await requireOwner(records, caller);
    const { data, was } = edited(before, patched(before, body, before.id === memberIdOf(tenant, caller.email)));
    if (Object.keys(was).length === 0) return before;
    if (was.roles) {
      await needAccount(tenant, before.email);
      await uncountOwner(records, before, data);
      await giveRoles(before.email, data.roles);
    }
    return (await records.commit<Member>([update(Members, before, data, was), ...(await countOwner(records, before.id, data))]))[0];
  },
});
