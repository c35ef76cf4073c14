import {
  isActingOwner,
  type Member,
  Members,
  OWNERS_ID,
  OwnerLists,
  ownersChange,
  type StoredMember,
} from '#domain/platform/members/member.ts';
import type { MemberStanding } from '#domain/platform/members/member-actions.ts';
import { CompanyRoles, grantsOfRoles, isBuiltIn, requireHeld, requireRoles, type StoredRole } from '#domain/platform/members/role.ts';
import { beyond } from '#kernel/permission.ts';
import type { Change } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

/** The company's own roles among these names, as they stand. */
const ownRoles = (records: Records, names: readonly string[]): Promise<(StoredRole | undefined)[]> =>
  records.getMany(
    CompanyRoles,
    names.filter((name) => !isBuiltIn(name)),
  );

/** Only roles that are there are given, and no more than the caller holds. @throws DomainError `role.unknown`, `role.retired`, `permission.not_held`. */
export async function requireGivable(records: Records, caller: Caller, names: readonly string[]): Promise<void> {
  const own = await ownRoles(records, names);
  requireRoles(names, own);
  requireHeld(caller.grants, grantsOfRoles(names, own), 'body.roles');
}

/** A member who has each of these roles, by role; none where nobody has it. Pages of members are read until all are found. */
export async function roleHolders(records: Records, roles: readonly StoredRole[]): Promise<ReadonlyMap<string, StoredMember>> {
  const holders = new Map<string, StoredMember>();
  const sought = new Set(roles.filter(({ state }) => state === 'active').map(({ id }) => id));
  for (let cursor: string | undefined, more = sought.size > 0; more; more = cursor !== undefined && sought.size > 0) {
    const page = await listRecords(records, Members, { buckets: ['all'], order: 'asc', limit: 100, cursor });
    for (const member of page.items.filter(({ state }) => state !== 'removed'))
      for (const role of member.roles) if (sought.delete(role)) holders.set(role, member);
    cursor = page.nextCursor;
  }
  return holders;
}

/** How a member stands beside who is asking, and beside the company's owners. */
export async function readMemberStanding(records: Records, caller: Caller, member: StoredMember): Promise<MemberStanding> {
  const [own, owners] = await Promise.all([ownRoles(records, member.roles), records.get(OwnerLists, OWNERS_ID)]);
  return {
    member,
    isSelf: member.id === caller.memberId,
    isAbove: beyond(caller.grants, grantsOfRoles(member.roles, own)).length > 0,
    isLastOwner: owners?.memberIds.length === 1 && owners.memberIds[0] === member.id,
  };
}

/**
 * Takes a member from the owners before the user pool hears of it: of two owners who shut each other out at once, one is
 * refused while nothing has happened yet. @throws DomainError `member.last_owner` (422).
 */
export async function uncountOwner(records: Records, before: StoredMember, after: Member): Promise<void> {
  const changes = isActingOwner(after) ? [] : await countOwner(records, before.id, after);
  if (changes.length > 0) await records.commit(changes);
}

/** What makes the count of owners agree with what a member is now. @throws DomainError `member.last_owner` (422). */
export async function countOwner(records: Records, id: string, member: Member): Promise<Change[]> {
  return ownersChange(await records.get(OwnerLists, OWNERS_ID), id, isActingOwner(member));
}
