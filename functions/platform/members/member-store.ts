import { isActingOwner, type Member, Members, type StoredMember } from '#domain/platform/members/member.ts';
import { forbidden } from '#kernel/errors.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { giveRoles } from './identity-gateway.ts';
import { countOwner, presentMember } from './presence-store.ts';

/**
 * A token outlives what it says by up to an hour: whoever was removed or is no owner any more changes nothing here, where
 * they could make themselves a way back in.
 * @throws DomainError `member.not_owner` (403).
 */
export async function requireOwner(records: Records, caller: Caller): Promise<void> {
  const member = await presentMember(records, caller);
  if (!member || !isActingOwner(member))
    throw forbidden('member.not_owner', 'You are no owner of this company any more: your token is older than that.');
}

/**
 * Takes a member from the owners before the user pool hears of it: of two owners who shut each other out at once, one is
 * refused while nothing has happened yet. @throws DomainError `member.last_owner` (422).
 */
export async function uncountOwner(records: Records, before: StoredMember, after: Member): Promise<void> {
  const changes = isActingOwner(after) ? [] : await countOwner(records, before.id, after);
  if (changes.length > 0) await records.commit(changes);
}

/** After a lost race for a record: the user pool, where both were at work, gets what the record says. */
export const agreeAgain = (records: Records, id: string) => async (error: unknown) => {
  const there = await records.get(Members, id);
  if (there) await giveRoles(there.email, there.roles);
  throw error;
};
