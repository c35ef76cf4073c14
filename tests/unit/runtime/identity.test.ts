import { describe, expect, it } from 'vitest';
import { PERMISSION_NAMES } from '../../../shared/kernel/permission.ts';
import { identityOf, isAllowed, mayRead, mayReadOne, requirePermission, unknownCaller } from '../../../shared/runtime/caller.ts';
import { thrownBy } from '../../support/thrown.ts';

const claims = (more: object = {}) => ({ 'custom:tenant': 'lumbre', email: 'ana@lumbre.example', sub: 'u1', ...more });
const code = (work: () => unknown) => thrownBy(work)[0];

describe('an identity', () => {
  it('is company, address and user of the token', () => {
    expect(identityOf(claims())).toEqual({
      tenant: 'lumbre',
      companies: ['lumbre'],
      email: 'ana@lumbre.example',
      sub: 'u1',
      founds: false,
    });
  });

  it.each([
    ['owner', true],
    ['[owner]', true],
    ['["sales","owner"]', true],
    [['owner'], true],
    ['owners', false],
    [[], false],
  ])('with the groups %j sets a company up: %s', (groups, founds) => {
    expect(identityOf(claims({ 'cognito:groups': groups })).founds).toBe(founds);
  });

  it.each([[undefined], [{}], [claims({ 'custom:tenant': 'Lumbre' })], [claims({ 'custom:tenant': '#tenants' })], [claims({ email: '' })]])(
    'is nobody’s without a company or an address: %j',
    (given) => {
      expect(code(() => identityOf(given))).toBe('token.no_company');
    },
  );

  it('is of the company that the request names, where the token has it', () => {
    const of = claims({ 'custom:companies': 'norte sur', 'cognito:groups': ['owner'] });
    expect(identityOf(of)).toMatchObject({ tenant: 'lumbre', companies: ['lumbre', 'norte', 'sur'], founds: true });
    // Who was sent to set one company up sets up no other.
    expect(identityOf(of, 'norte')).toMatchObject({ tenant: 'norte', companies: ['lumbre', 'norte', 'sur'], founds: false });
    expect(identityOf(of, 'lumbre')).toMatchObject({ tenant: 'lumbre', founds: true });
    for (const named of ['este', '', 'Norte', 'nor', 'norte sur', '#tenants', 'norte#member'])
      expect([named, code(() => identityOf(of, named))]).toEqual([named, 'member.no_access']);
    for (const odd of ['#tenants', 'Norte', 'norte#x'])
      expect(identityOf(claims({ 'custom:companies': odd })).companies).toEqual(['lumbre']);
  });

  it('gives no right, whatever roles the token names', () => {
    const caller = unknownCaller(identityOf(claims({ 'cognito:groups': ['owner', 'accountant'], roles: ['owner'] })));
    for (const name of PERMISSION_NAMES) expect([name, code(() => requirePermission(caller, name))]).toEqual([name, 'role.not_allowed']);
  });
});

describe('what a caller sees', () => {
  const caller = {
    ...unknownCaller(identityOf(claims())),
    team: ['ana@lumbre.example'],
    grants: new Map([['orders.read', 'own'] as const]),
  };
  const madeBy = (by: string) => ({ history: [{ rev: 1, at: '', by, request: '', action: '' }] });
  const [own, others] = [madeBy('ana@lumbre.example'), madeBy('leo@lumbre.example')];

  it.each([
    ['member', true, true, true],
    ['nobody', false, false, false],
    ['orders.read', true, true, false],
    ['invoices.read', false, false, false],
  ] as const)('of a kind that takes %s: any %s, their own %s, others’ %s', (read, any, mine, theirs) => {
    expect([mayRead(caller, { read }), mayReadOne(caller, { read }, own), mayReadOne(caller, { read }, others)]).toEqual([
      any,
      mine,
      theirs,
    ]);
  });

  it('of a record without a first step is nothing that is theirs alone', () => {
    expect(mayReadOne(caller, { read: 'orders.read' }, { history: [] })).toBe(false);
  });

  it.each([
    ['public', true],
    ['member', true],
    ['orders.read', true],
    ['orders.write', false],
  ] as const)('and may do what needs %s: %s', (need, allowed) => {
    expect(isAllowed(caller, need)).toBe(allowed);
    expect(code(() => requirePermission(caller, need))).toBe(allowed ? 'passes' : 'role.not_allowed');
  });

  it('is nothing of whom nothing is known', () => {
    expect(unknownCaller(identityOf(claims()))).toMatchObject({ roles: [], team: [], lacksSecondFactor: false });
    expect(isAllowed(unknownCaller(identityOf(claims())), 'public')).toBe(true);
  });
});

it.each([
  ['a1', 'passes'],
  ['a', 'token.no_company'],
  [`a${'b'.repeat(30)}`, 'passes'],
  [`a${'b'.repeat(31)}`, 'token.no_company'],
  ['1a', 'token.no_company'],
  ['lumbre ', 'token.no_company'],
])('a company called %j: %s', (name, expected) => {
  expect(code(() => identityOf(claims({ 'custom:tenant': name })))).toBe(expected);
});
