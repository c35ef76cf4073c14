import { members } from '#api/platform/members.ts';
import { Members, withFactor } from '#domain/platform/members/member.ts';
import { memberView } from '#domain/platform/members/wire.ts';
import { upserts } from '#runtime/action.ts';
import { notFound } from '#runtime/records.ts';
import { command } from '../service.ts';
import { getIdentityOrThrow } from './identity-gateway.ts';
import { memberIdOf } from './presence-store.ts';

export const recordSecondFactor = command(
  members.actions.recordSecondFactor,
  upserts(Members, ({ tenant, caller }) => memberIdOf(tenant, caller.email)),
  async ({ tenant, caller, now }, member) => {
    if (!member) throw notFound(Members.kind, memberIdOf(tenant, caller.email));
    const { hasSecondFactor } = await getIdentityOrThrow(tenant, member.email);
    return withFactor(member, hasSecondFactor, now);
  },
  memberView,
);
