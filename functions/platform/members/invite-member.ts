import { isClientId } from '#domain/platform/members/api-client.ts';
import { type Member, Members, rolesOf } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { conflict, invalid } from '#kernel/errors.ts';
import { create } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { giveRoles, makeAccount } from './identity-gateway.ts';
import { agreeAgain, requireOwner } from './member-store.ts';
import { members } from './module.ts';
import { countOwner, memberIdOf } from './presence-store.ts';

export const inviteMember = command(members.actions.inviteMember, {
  evidence: ({ tenant, body }) => ({ type: Members, id: memberIdOf(tenant, body.email), how: 'make' as const }),
  keepsRequest: true,
  answer: (member) => memberView(stampedAtBirth(atBirth(member))),
  run: async ({ body, records, caller, tenant, now }) => {
    const { email } = body;
    const id = memberIdOf(tenant, email);
    // In the words of any record that is there already: nobody learns which company has people of this address.
    const taken = conflict('member.exists', `member ${id} exists already.`, undefined, { id });
    if (id === memberIdOf(tenant, caller.email)) throw taken;
    await requireOwner(records, caller);
    if (isClientId(email)) throw invalid('member.email', 'Addresses of this domain are those of API clients.', 'body.email');
    const account = await makeAccount(tenant, email, { mail: true, locale: body.locale });
    if (!account) throw taken;
    const roles = rolesOf(body.roles);
    const state = account.isInvited ? 'invited' : 'active';
    const member: Member = { ...body, roles, state, invitedAt: now.toISOString() };
    await giveRoles(email, roles);
    const changes = [create(Members, id, member), ...(await countOwner(records, id, member))];
    return (await records.commit<Member>(changes).catch(agreeAgain(records, id)))[0];
  },
});
