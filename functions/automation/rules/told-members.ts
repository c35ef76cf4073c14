import { type Effect, MAX_TOLD } from '#domain/automation/rules/effect.ts';
import { Members } from '#domain/platform/members/member.ts';
import { CompanyRoles, isBuiltIn } from '#domain/platform/members/role.ts';
import { refused } from '#kernel/errors.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

type Telling = Extract<Effect, { readonly members: unknown }>;
export const tellsPeople = (effect: Effect): effect is Telling => 'members' in effect;

/** Members whom an effect tells now: those that it names, and whoever has one of its roles; the first {@link MAX_TOLD}, and how many they are. */
export async function toldBy(
  records: Records,
  { members, roles = [] }: Telling,
): Promise<{ readonly ids: readonly string[]; readonly count: number }> {
  const ids = new Set(members);
  if (roles.length > 0)
    for await (const { id } of everyRecord(records, Members, {
      where: (one) => one.state !== 'removed' && roles.some((role) => one.roles.includes(role)),
    }))
      ids.add(id);
  return { ids: [...ids].slice(0, MAX_TOLD), count: ids.size };
}

/** @throws DomainError `rule.members` (422): whom it is to tell works here, and the role is one of the company's. */
export async function requireTold(records: Records, effects: readonly Effect[]): Promise<void> {
  const named = effects.flatMap((effect, at) => {
    if (!tellsPeople(effect)) return [];
    const { members, roles = [] } = effect;
    return [
      ...members.map((id, i) => ({ id, type: Members, field: `body.effects.${at}.members.${i}` })),
      ...roles.flatMap((id, i) => (isBuiltIn(id) ? [] : [{ id, type: CompanyRoles, field: `body.effects.${at}.roles.${i}` }])),
    ];
  });
  const found = (await records.getTogether(named)) as ({ readonly state: string } | undefined)[];
  for (const [at, { id, field }] of named.entries())
    if (!found[at] || found[at].state === 'removed' || found[at].state === 'retired')
      throw refused('rule.members', `The company has no member or role ${id}, or no more.`, field, { id });
}
