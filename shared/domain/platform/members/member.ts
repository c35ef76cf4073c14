import * as z from 'zod/mini';
import { ROLES, type Role } from '#kernel/action.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, createNext, recordType, type Stored, update } from '#kernel/record.ts';
import { cut } from '#kernel/text.ts';

/** `invited`: has a temporary password and never came. `removed`: cannot sign in until let back in. */
export const MemberState = z.enum(['invited', 'active', 'removed']);
export type MemberState = z.output<typeof MemberState>;
export const Locale = z.enum(['es', 'en']);

/** A person who may sign in to the company. The sign-in itself is the user pool's; this is what lists and the audit know. */
export interface Member {
  /** As the user pool has it; never changes. */
  readonly email: string;
  readonly name?: string | undefined;
  /** In the order of {@link ROLES}, each once. */
  readonly roles: readonly Role[];
  readonly locale?: z.output<typeof Locale> | undefined;
  readonly state: MemberState;
  /** ISO instant of the last invitation. Absent: was there before anybody invited. */
  readonly invitedAt?: string;
}
export type StoredMember = Stored<Member>;

export const Members = recordType<Member>({
  kind: 'member',
  prefix: 'mem',
  history: 'all',
  list: (m, id) => ({
    bucket: 'all',
    sort: `${cut(m.email.toLowerCase(), 60)}#${id}`,
    label: [m.email, m.name].filter(Boolean).join(' ').toLowerCase(),
  }),
});

/**
 * The active owners of a company, by member: one record, because what takes an owner away must see all of them in its own
 * transaction. It may know one too few for a moment, never one too many.
 */
export interface Owners {
  readonly memberIds: readonly string[];
}
export const OwnerLists = recordType<Owners>({ kind: 'owners', prefix: 'own', history: 'ends' });
export const OWNERS_ID = 'own_main';

/** Roles in their usual order, each once. */
export const rolesOf = (roles: readonly Role[]): readonly Role[] => ROLES.filter((role) => roles.includes(role));

/** Whether a member can do today what only owners may. */
export const isActingOwner = (member: Member): boolean => member.state === 'active' && member.roles.includes('owner');

/**
 * The change that counts a member among the owners, or no longer; none where it is so already.
 * @throws DomainError `member.last_owner` (422): a company without an owner could never get one again.
 */
export function ownersChange(owners: Stored<Owners> | undefined, id: string, counts: boolean): Change[] {
  const there = owners?.memberIds ?? [];
  if (there.includes(id) === counts) return [];
  const memberIds = counts ? [...there, id] : there.filter((other) => other !== id);
  if (memberIds.length === 0)
    throw refused('member.last_owner', 'This is the company’s last owner: make somebody else an owner first.', 'path.memberId');
  return [owners ? update(OwnerLists, owners, { memberIds }) : createNext(OwnerLists, OWNERS_ID, { memberIds })];
}

/** @throws DomainError `member.removed` (422). */
export function requireNotRemoved(member: Member): void {
  if (member.state === 'removed')
    throw refused('member.removed', `${member.email} was removed: let them back in first.`, 'path.memberId', { email: member.email });
}

/** @throws DomainError `member.self` (422). */
export function requireOther(isSelf: boolean): void {
  if (isSelf) throw refused('member.self', 'Nobody takes access or roles from themselves: ask another owner.', 'path.memberId');
}

/**
 * What an edit makes of a member. Absent fields stay, a null name goes.
 * @throws DomainError `member.removed`, or `member.self` where somebody gives up a role of their own (422).
 */
export function patched(
  before: StoredMember,
  asked: { name?: string | null | undefined; roles?: readonly Role[] | undefined },
  isSelf: boolean,
) {
  requireNotRemoved(before);
  const roles = asked.roles && rolesOf(asked.roles);
  requireOther(isSelf && roles !== undefined && before.roles.some((role) => !roles.includes(role)));
  return { name: asked.name, roles };
}
