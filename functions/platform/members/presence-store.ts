import { isClientId } from '#domain/platform/members/api-client.ts';
import {
  isActingOwner,
  type Member,
  Members,
  OWNERS_ID,
  OwnerLists,
  ownersChange,
  rolesOf,
  type StoredMember,
} from '#domain/platform/members/member.ts';
import { type Change, createNext, plain, update } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

/** A member's id comes from the address: nobody is in a company twice, and a caller's own record is one read. */
export const memberIdOf = (tenant: string, email: string): string => idFrom('mem', tenant, email.toLowerCase());

/**
 * The caller's own record. The first request of somebody who was invited makes it active; of somebody whom an administrator
 * let in, makes it. Undefined for a program. May be called often: it writes once.
 */
export async function presentMember(records: Records, caller: Caller): Promise<StoredMember | undefined> {
  if (isClientId(caller.email)) return undefined;
  const id = memberIdOf(records.tenant, caller.email);
  const found = await records.get(Members, id);
  if (found && found.state !== 'invited') return found;
  const after: Member = found
    ? { ...plain<Member>(found), state: 'active' }
    : { email: caller.email, roles: rolesOf(caller.roles), state: 'active' };
  const change = found ? update(Members, found, after as StoredMember, { state: found.state }) : createNext(Members, id, after);
  return (await records.commit<Member>([change, ...(await countOwner(records, id, after))]))[0];
}

/** What makes the count of owners agree with what a member is now. @throws DomainError `member.last_owner` (422). */
export async function countOwner(records: Records, id: string, member: Member): Promise<Change[]> {
  return ownersChange(await records.get(OwnerLists, OWNERS_ID), id, isActingOwner(member));
}
