import { type ActionRules, denial, type Refusal, refusal } from '#kernel/errors.ts';
import { type Member, refusalOfLastOwner, refusalOfRemoved, refusalOfSelf, type StoredMember } from './member.ts';

/** A member as their actions see them: beside who is asking, and beside the company's owners. */
export interface MemberStanding {
  readonly member: StoredMember;
  /** They are who is asking. */
  readonly isSelf: boolean;
  /** They may do more than who is asking. */
  readonly isAbove: boolean;
  /** The company has no other active owner. */
  readonly isLastOwner: boolean;
}

/** Nobody takes rights or access from somebody who may do more than they: they could be left alone with the company. */
export const refusalOfRank = ({ isAbove, member: { email } }: Pick<MemberStanding, 'isAbove' | 'member'>): Refusal | undefined =>
  isAbove ? denial('member.above', `${email} may do more than you: ask somebody who may as much.`, 'path.memberId', { email }) : undefined;

/** Who has set a password needs no invitation. */
export const refusalOfPassword = (email: string): Refusal =>
  refusal('member.not_invited', `${email} has a password already and needs no invitation.`, 'path.memberId', { email });

const refusalOfAccess = ({ state, email }: Member): Refusal | undefined =>
  state === 'removed' ? undefined : refusal('member.not_removed', `${email} was not removed.`, 'path.memberId', { email });

/** Why a member takes an action now or not: commands throw these, and their page shows them. */
export const memberActions = {
  patchMember: (standing) => refusalOfRemoved(standing.member) ?? refusalOfRank(standing),
  removeMember: (standing) =>
    refusalOfRemoved(standing.member) ??
    refusalOfSelf(standing.isSelf) ??
    refusalOfRank(standing) ??
    refusalOfLastOwner(standing.isLastOwner),
  resendInvitation: ({ member }: Pick<MemberStanding, 'member'>) =>
    refusalOfRemoved(member) ?? (member.state === 'active' ? refusalOfPassword(member.email) : undefined),
  returnMember: (standing) => refusalOfAccess(standing.member) ?? refusalOfRank(standing),
} as const satisfies ActionRules<MemberStanding>;

/** Why a role stays with a member: one's own, and the last owner's. */
export const refusalOfTakingRole = (role: string, { isSelf, isLastOwner }: MemberStanding): Refusal | undefined =>
  refusalOfSelf(isSelf) ?? (role === 'owner' ? refusalOfLastOwner(isLastOwner) : undefined);
