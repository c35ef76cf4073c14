import { kindOf } from '#domain/kinds.ts';
import { Members, type StoredMember } from '#domain/platform/members/member.ts';
import { refused } from '#kernel/errors.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { mayReadOne } from '#runtime/caller.ts';
import { several } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { callerOf } from '../access.ts';

/** Reads the members whom a note mentions. */
export const mentioned = (ids: readonly string[] = []) => several(Members, ids);

/** Whether a member may see a record: they work here, and their roles reach as far. */
export async function canSee(records: Records, member: StoredMember, subject: Stored<object>): Promise<boolean> {
  if (member.state === 'removed') return false;
  return mayReadOne(await callerOf(records, member), kindOf(subject.id) as RecordType<never>, subject);
}

/**
 * Whoever is mentioned can come and look.
 * @throws DomainError `mention.unknown`, `mention.cannot_see` (422).
 */
export async function requireMentionable(
  records: Records,
  ids: readonly string[],
  people: readonly (StoredMember | undefined)[],
  subject: Stored<object>,
): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const member = people[at];
    const field = `body.mentions.${at}`;
    if (!member || member.state === 'removed')
      throw refused('mention.unknown', `No member of the company has the id ${id}.`, field, { id });
    if (!(await canSee(records, member, subject)))
      throw refused('mention.cannot_see', `${member.email} may not see this record.`, field, { email: member.email });
  }
}
