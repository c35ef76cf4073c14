import { members } from '#api/platform/members.ts';
import { isClientId } from '#domain/platform/members/api-client.ts';
import { Members } from '#domain/platform/members/member.ts';
import { rolesOf } from '#domain/platform/members/role.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { invalid } from '#kernel/errors.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../service.ts';
import { makeAccount } from './identity-gateway.ts';
import { takeInvitation, tellOfEntry } from './invitation.ts';
import { requireGivable } from './member-store.ts';
import { memberIdOf } from './presence-store.ts';

/** Whoever the address belongs to, and whichever companies they work for, the answer is the same: they are invited until they come. */
export const inviteMember = command(
  members.actions.inviteMember,
  creates(Members, ({ tenant, body }) => memberIdOf(tenant, body.email)),
  async (world) => {
    const { body, records, caller, tenant, now } = world;
    const { email } = body;
    if (isClientId(email)) throw invalid('member.email', 'Addresses of this domain are those of API clients.', 'body.email');
    await requireGivable(records, caller, body.roles);
    await takeInvitation(records, world);
    const isNew = await makeAccount(tenant, email, { mail: true, locale: body.locale });
    if (!isNew) await tellOfEntry(email, world);
    const member = { ...body, roles: rolesOf(body.roles), state: 'invited' as const, invitedAt: now.toISOString() };
    return [create(Members, memberIdOf(tenant, email), member)];
  },
  memberView,
);
