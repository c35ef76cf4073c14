import * as z from 'zod/mini';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Change, createNext, named, recordType, type Stored, update } from '#kernel/record.ts';
import { edit } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { type RoleName, rolesOf } from './role.ts';

/** `invited`: has a temporary password and never came. `removed`: cannot sign in until let back in. */
export const MemberState = z.enum(['invited', 'active', 'removed']);
export type MemberState = z.output<typeof MemberState>;
export const Locale = z.enum(['es', 'en']);

/** A person who may sign in to the company. The sign-in itself is the user pool's; this is what lists and the audit know. */
export const Member = z.object({
  /** As the user pool has it; never changes. */
  email: z.string(),
  name: z.optional(z.string()),
  /** As `rolesOf` orders them. */
  roles: list(z.string()),
  /** People with the same word here are a team: some roles reach as far as one's team. */
  team: z.optional(z.string()),
  locale: z.optional(Locale),
  state: MemberState,
  /** ISO instant of the last invitation. Absent: was there before anybody invited. */
  invitedAt: z.exactOptional(z.string()),
  /** ISO instant since which a sign-in asks for a code as well. */
  secondFactorSince: z.exactOptional(z.string()),
});
export type Member = Readonly<z.output<typeof Member>>;
export type StoredMember = Stored<Member>;

export const Members = recordType<Member, MemberState>({
  kind: 'member',
  prefix: 'mem',
  data: Member,
  history: 'all',
  list: named({ by: (m) => m.email, words: (m) => [m.email, m.name] }),
  state: (m) => m.state,
  tones: { invited: 'calm', active: 'good', removed: 'plain' },
  summary: (m) => ({ title: m.name ?? m.email, subtitle: m.name ? [m.email] : [] }),
  screen: '/settings/members',
  icon: 'users',
  read: 'members.read',
});

/**
 * The active owners of a company, by member: one record, because what takes an owner away must see all of them in its own
 * transaction. It may know one too few for a moment, never one too many.
 */
export const Owners = z.object({
  memberIds: list(z.string()),
});
export type Owners = Readonly<z.output<typeof Owners>>;
export const OwnerLists = recordType<Owners>({
  kind: 'owners',
  prefix: 'own',
  data: Owners,
  history: 'ends',
  screen: { none: 'Who is an owner is shown among the members.' },
  read: 'members.read',
});
export const OWNERS_ID = 'own_main';

/** What a removed member was before: whether they ever came is the company's own knowledge, and not that of the user pool. */
export const stateBeforeRemoval = ({ history }: StoredMember): MemberState =>
  history.findLast(({ was }) => was?.state)?.was?.state === 'active' ? 'active' : 'invited';

/** The change that says whether a member's sign-in asks for a code as well, as the user pool has it; or the member, where it says so. */
export function withFactor(member: StoredMember, hasFactor: boolean, now: Date): StoredMember | readonly [Change<Member>] {
  if (hasFactor === (member.secondFactorSince !== undefined)) return member;
  return edit(Members, member, { secondFactorSince: hasFactor ? now.toISOString() : null });
}

/** Whether a member can do today what only owners may. */
export const isActingOwner = (member: Member): boolean => member.state === 'active' && member.roles.includes('owner');

export const refusalOfRemoved = ({ state, email }: Member): Refusal | undefined =>
  state === 'removed' ? refusal('member.removed', `${email} was removed: let them back in first.`, 'path.memberId', { email }) : undefined;

export const refusalOfSelf = (isSelf: boolean): Refusal | undefined =>
  isSelf ? refusal('member.self', 'Nobody takes access or roles from themselves: ask another owner.', 'path.memberId') : undefined;

/** A company without an owner could never get one again. */
export const refusalOfLastOwner = (isLastOwner: boolean): Refusal | undefined =>
  isLastOwner
    ? refusal('member.last_owner', 'This is the company’s last owner: make somebody else an owner first.', 'path.memberId')
    : undefined;

/**
 * The change that counts a member among the owners, or no longer; none where it is so already.
 * @throws DomainError `member.last_owner` (422): a company without an owner could never get one again.
 */
export function ownersChange(owners: Stored<Owners> | undefined, id: string, counts: boolean): Change[] {
  const there = owners?.memberIds ?? [];
  if (there.includes(id) === counts) return [];
  const memberIds = counts ? [...there, id] : there.filter((other) => other !== id);
  throwIf(refusalOfLastOwner(memberIds.length === 0));
  return [owners ? update(OwnerLists, owners, { memberIds }) : createNext(OwnerLists, OWNERS_ID, { memberIds })];
}

/**
 * What an edit makes of a member. Absent fields stay, a null name goes.
 * @throws DomainError `member.removed`, or `member.self` where somebody gives up a role of their own (422).
 */
export function patched(
  before: StoredMember,
  input: { name?: string | null | undefined; roles?: readonly RoleName[] | undefined; team?: string | null | undefined },
  isSelf: boolean,
) {
  throwIf(refusalOfRemoved(before));
  const roles = input.roles && rolesOf(input.roles);
  throwIf(refusalOfSelf(isSelf && roles !== undefined && before.roles.some((role) => !roles.includes(role))));
  return { name: input.name, roles, team: input.team };
}

/**
 * Whoever asks for a second factor has one: else they could not take it back.
 * @throws DomainError `second_factor.own_first` (422).
 */
export function requireOwnFactor(
  input: 'optional' | 'required' | null | undefined,
  member: Pick<Member, 'secondFactorSince'> | undefined,
): void {
  if (input === 'required' && !member?.secondFactorSince)
    throw refused('second_factor.own_first', 'Set up a second factor of your own first.', 'body.policies.secondFactor');
}
