import type { StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { Members } from '#domain/platform/members/member.ts';
import { Notes } from '#domain/platform/notes/note.ts';
import { type Change, create } from '#kernel/record.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { memberIdOf } from '../../platform/service.ts';

/**
 * A note on a rule that mentions who switched it on, once of what it is about.
 * @param about tells it apart from others of the rule.
 */
export async function noteToOwner(
  records: Records,
  rule: StoredAutomationRule,
  about: string,
  text: (language: 'es' | 'en') => string,
): Promise<Change[]> {
  const member = rule.enabledBy === undefined ? undefined : await records.get(Members, memberIdOf(records.tenant, rule.enabledBy));
  if (!member || member.state === 'removed') return [];
  const id = idFrom('not', records.tenant, `${rule.id} ${about}`);
  const note = { record: rule.id, text: text(member.locale ?? 'es'), mentions: [member.id], writtenAt: records.stamp.at.toISOString() };
  return [create(Notes, id, note)];
}
