import { describe, expect, it } from 'vitest';
import { countInvitation } from '../../../../shared/domain/platform/members/invitation.ts';
import {
  isActingOwner,
  type Member,
  type Owners,
  ownersChange,
  patched,
  requireOwnFactor,
  type StoredMember,
  stateBeforeRemoval,
} from '../../../../shared/domain/platform/members/member.ts';
import { type MemberStanding, memberActions, refusalOfTakingRole } from '../../../../shared/domain/platform/members/member-actions.ts';
import type { IsoDate } from '../../../../shared/kernel/date.ts';
import type { Stored } from '../../../../shared/kernel/record.ts';
import { thrownBy } from '../../../support/thrown.ts';

const member = (more: Partial<Member> = {}): StoredMember => ({
  ...{ email: 'ana@lumbre.example', roles: ['owner', 'sales'], state: 'active', id: 'mem_1', rev: 1, history: [] },
  ...more,
});
const owners = (...memberIds: string[]): Stored<Owners> => ({ memberIds, id: 'own_main', rev: 3, history: [] });
const code = (work: () => unknown) => thrownBy(work)[0];

describe('the owners of a company', () => {
  it.each([
    ['owner', 'active', true],
    ['owner', 'invited', false],
    ['owner', 'removed', false],
    ['sales', 'active', false],
  ] as const)('%s, %s: counts %s', (role, state, counts) => {
    expect(isActingOwner(member({ roles: [role], state }))).toBe(counts);
  });

  it('are never none: the last one stays', () => {
    expect(code(() => ownersChange(owners('mem_1'), 'mem_1', false))).toBe('member.last_owner');
    expect(ownersChange(owners('mem_1', 'mem_2'), 'mem_1', false)).toMatchObject([{ op: 'update', data: { memberIds: ['mem_2'] } }]);
  });

  it('are written only where they change, and made with the first', () => {
    expect(ownersChange(owners('mem_1'), 'mem_1', true)).toEqual([]);
    expect(ownersChange(owners('mem_2'), 'mem_1', false)).toEqual([]);
    expect(ownersChange(undefined, 'mem_1', false)).toEqual([]);
    expect(ownersChange(owners('mem_2'), 'mem_1', true)).toMatchObject([{ op: 'update', data: { memberIds: ['mem_2', 'mem_1'] } }]);
    expect(ownersChange(undefined, 'mem_1', true)).toMatchObject([{ op: 'create', id: 'own_main', data: { memberIds: ['mem_1'] } }]);
  });
});

describe('what is done to a member', () => {
  const standing = (more: Partial<MemberStanding> = {}): MemberStanding => ({
    member: member(),
    isSelf: false,
    isAbove: false,
    isLastOwner: false,
    ...more,
  });
  const removed = member({ state: 'removed' });
  const invited = member({ state: 'invited' });

  it.each<[string, keyof typeof memberActions, Partial<MemberStanding>, string | undefined]>([
    ['somebody else is changed', 'patchMember', {}, undefined],
    ['nobody who may do more', 'patchMember', { isAbove: true }, 'member.above'],
    ['nobody who was removed', 'patchMember', { member: removed, isAbove: true }, 'member.removed'],
    ['oneself too', 'patchMember', { isSelf: true }, undefined],
    ['somebody else is removed', 'removeMember', {}, undefined],
    ['never oneself', 'removeMember', { isSelf: true }, 'member.self'],
    ['never the last owner', 'removeMember', { isLastOwner: true }, 'member.last_owner'],
    ['nobody who may do more', 'removeMember', { isAbove: true }, 'member.above'],
    ['nobody twice', 'removeMember', { member: removed }, 'member.removed'],
    ['who never came is invited again', 'resendInvitation', { member: invited }, undefined],
    ['who has come is not', 'resendInvitation', {}, 'member.not_invited'],
    ['who was removed is not', 'resendInvitation', { member: removed }, 'member.removed'],
    ['who was removed is let back in', 'returnMember', { member: removed }, undefined],
    ['nobody who may do more', 'returnMember', { member: removed, isAbove: true }, 'member.above'],
    ['nobody who is there', 'returnMember', {}, 'member.not_removed'],
  ])('%s (%s)', (_, action, more, expected) => {
    expect(memberActions[action](standing(more))?.code).toBe(expected);
  });

  it('is forbidden for want of rank, and refused for all else', () => {
    expect(memberActions.removeMember(standing({ isAbove: true }))?.kind).toBe('forbidden');
    expect(memberActions.removeMember(standing({ isSelf: true }))?.kind).toBe('refused');
  });

  it('leaves one’s own roles, and the last owner’s', () => {
    expect(refusalOfTakingRole('sales', standing())).toBeUndefined();
    expect(refusalOfTakingRole('sales', standing({ isSelf: true }))?.code).toBe('member.self');
    expect(refusalOfTakingRole('owner', standing({ isLastOwner: true }))?.code).toBe('member.last_owner');
    expect(refusalOfTakingRole('sales', standing({ isLastOwner: true }))).toBeUndefined();
  });
});

describe('an edit of a member', () => {
  it('keeps what it does not name, and orders roles', () => {
    expect(patched(member(), { name: null, roles: ['sales', 'accountant', 'owner'] }, false)).toEqual({
      name: null,
      roles: ['owner', 'accountant', 'sales'],
      team: undefined,
    });
    expect(patched(member(), { team: 'norte' }, false)).toEqual({ name: undefined, roles: undefined, team: 'norte' });
  });

  it('takes no role from oneself, and may add one', () => {
    expect(code(() => patched(member(), { roles: ['sales'] }, true))).toBe('member.self');
    expect(code(() => patched(member(), { roles: ['sales'] }, false))).toBe('passes');
    expect(code(() => patched(member(), { roles: ['owner', 'sales', 'warehouse'] }, true))).toBe('passes');
    expect(code(() => patched(member(), { name: 'Ana' }, true))).toBe('passes');
  });

  it('is of nobody who was removed', () => {
    expect(code(() => patched(member({ state: 'removed' }), { name: 'Ana' }, false))).toBe('member.removed');
  });
});

it('lets nobody ask for a second factor that they do not have', () => {
  const since = { secondFactorSince: '2026-03-01T09:00:00.000Z' };
  expect(code(() => requireOwnFactor('required', undefined))).toBe('second_factor.own_first');
  expect(code(() => requireOwnFactor('required', {}))).toBe('second_factor.own_first');
  expect(code(() => requireOwnFactor('required', since))).toBe('passes');
  for (const policy of ['optional', null, undefined] as const) expect(code(() => requireOwnFactor(policy, undefined))).toBe('passes');
});

it.each([
  ['active', [undefined, 'invited', 'active'], 'active'],
  ['invited', [undefined, 'invited'], 'invited'],
  ['let back in before they came', [undefined, 'invited', 'removed', 'invited'], 'invited'],
] as const)('somebody who was %s when they were removed comes back so', (_, states, expected) => {
  const history = states.map((state, i) => ({ rev: i + 1, at: '', by: '', request: '', action: '', ...(state ? { was: { state } } : {}) }));
  expect(stateBeforeRemoval({ ...member({ state: 'removed' }), history })).toBe(expected);
});

it('a company sends so many invitations a day, and begins anew on the next', () => {
  const day = (text: string) => text as IsoDate;
  const sent = (count: number) => ({ day: '2026-03-01', count, id: 'inc_main', rev: count, history: [] });
  expect(countInvitation(undefined, day('2026-03-01'), 20)).toMatchObject({ op: 'create', data: { day: '2026-03-01', count: 1 } });
  expect(countInvitation(sent(19), day('2026-03-01'), 20)).toMatchObject({ op: 'update', data: { count: 20 } });
  expect(code(() => countInvitation(sent(20), day('2026-03-01'), 20))).toBe('member.too_many_invitations');
  expect(countInvitation(sent(20), day('2026-03-02'), 20)).toMatchObject({ op: 'update', data: { day: '2026-03-02', count: 1 } });
});
