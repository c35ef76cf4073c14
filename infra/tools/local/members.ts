import { memberIdOf } from '../../../functions/platform/members/presence-store.ts';
import {
  isActingOwner,
  type Member,
  Members,
  OWNERS_ID,
  OwnerLists,
  ownersChange,
} from '../../../shared/domain/platform/members/member.ts';
import { createNext, plain, update } from '../../../shared/kernel/record.ts';
import { untilCommitted } from '../../../shared/runtime/conflicts.ts';
import { Records } from '../../../shared/runtime/records.ts';

/**
 * Enters somebody among the members of a company, past the API, for tests and measurements. Whoever is a member already
 * is given the roles, if any are named, unless they were removed.
 */
export async function enterMember(tenant: string, email: string, roles?: readonly string[]): Promise<void> {
  const records = new Records(tenant, { by: 'tools@trastienda.example', request: 'enter-member', action: 'prepare', at: new Date() });
  const id = memberIdOf(tenant, email);
  await untilCommitted(async () => {
    const [before, owners] = await Promise.all([records.get(Members, id), records.get(OwnerLists, OWNERS_ID)]);
    if (before && (!roles || before.state === 'removed' || before.roles.join() === roles.join())) return;
    const after: Member = { ...(before ? plain<Member>(before) : { email, state: 'active' }), roles: roles ?? ['owner'] };
    const change = before ? update(Members, before, { ...before, ...after }) : createNext(Members, id, after);
    await records.commit([change, ...ownersChange(owners, id, isActingOwner(after))]);
  });
}
