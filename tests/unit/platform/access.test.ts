import { describe, expect, it } from 'vitest';
import { MODULES } from '../../../shared/api/modules.ts';
import {
  type CompanyRole,
  type Grant,
  grantsOfRoles,
  programGrants,
  requireGrantable,
  requireHeld,
  requireRoles,
  rolesOf,
  type StoredRole,
} from '../../../shared/domain/platform/members/role.ts';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import {
  BUNDLES,
  beyond,
  builtInGrants,
  type Grants,
  grantsOf,
  isSensitive,
  PERMISSION_NAMES,
  ROLES,
  suffices,
} from '../../../shared/kernel/permission.ts';
import { type Caller, identityOf, may, mayFor, reachOf, requirePermission, unknownCaller } from '../../../shared/runtime/caller.ts';
import { ShortMemory } from '../../../shared/runtime/short-memory.ts';
import { thrownBy } from '../../support/thrown.ts';

/** Owner, accountant (c), sales, warehouse, auditor, integration. */
const LETTERS = { owner: 'o', accountant: 'c', sales: 's', warehouse: 'w', auditor: 'a', integration: 'i' } as const;

/** Who may do what, frozen: written down from the tables as they were while each action named its roles. */
const BEFORE = {
  createCompany: 'o',
  getCompany: 'ocswai',
  patchCompany: 'o',
  getMe: 'ocswai',
  inviteMember: 'o',
  listMembers: 'oca',
  getMember: 'oca',
  patchMember: 'o',
  resendInvitation: 'o',
  removeMember: 'o',
  returnMember: 'o',
  createApiClient: 'o',
  listApiClients: 'oca',
  renewSecret: 'o',
  removeApiClient: 'o',
  getPreferences: 'ocswa',
  putPreferences: 'ocswa',
  putSharedViews: 'oc',
  createCustomer: 'ocsi',
  getCustomer: 'ocswai',
  listCustomers: 'ocswai',
  patchCustomer: 'ocsi',
  createItem: 'osi',
  getItem: 'ocswai',
  listItems: 'ocswai',
  patchItem: 'osi',
  listTaxCodes: 'ocswai',
  createWarehouse: 'ow',
  listWarehouses: 'ocswai',
  receiveGoods: 'ocwi',
  reverseGoodsReceipt: 'ocwi',
  getGoodsReceipt: 'ocswai',
  listGoodsReceipts: 'ocswai',
  adjustStock: 'ocwi',
  listAdjustments: 'ocswai',
  listStock: 'ocswai',
  getStock: 'ocswai',
  getStockValuation: 'ocswai',
  placeOrder: 'osi',
  placeQuote: 'osi',
  shipOrder: 'owi',
  invoiceOrder: 'ocsi',
  cancelOrder: 'osi',
  cancelRest: 'osi',
  restoreRest: 'osi',
  getOrder: 'ocswai',
  listOrders: 'ocswai',
  authoriseReturn: 'osi',
  receiveReturn: 'owi',
  refundReturn: 'oc',
  cancelReturn: 'osi',
  getReturn: 'ocswai',
  listReturns: 'ocswai',
  createImport: 'osi',
  listImports: 'ocswai',
  getImport: 'ocswai',
  listImportRows: 'ocswai',
  getImportReport: 'ocswai',
  createDraft: 'ocs',
  patchDraft: 'ocs',
  deleteDraft: 'ocs',
  getDraft: 'ocswai',
  listDrafts: 'ocswai',
  issueDraft: 'oc',
  listInvoices: 'ocswai',
  getInvoice: 'ocswai',
  getInvoicePdf: 'ocswai',
  getInvoiceFile: 'ocswai',
  getCreditNoteFile: 'ocswai',
  listEInvoiceDuties: 'ocswai',
  creditInvoice: 'oc',
  listCreditNotes: 'ocswai',
  getCreditNote: 'ocswai',
  getCreditNotePdf: 'ocswai',
  allocateCreditNote: 'oc',
  deallocateCreditNote: 'oc',
  recordReceipt: 'oci',
  listReceipts: 'ocswai',
  getReceipt: 'ocswai',
  allocateReceipt: 'oci',
  deallocateReceipt: 'oci',
  reverseReceipt: 'oci',
  recordRefund: 'oc',
  listRefunds: 'ocswai',
  getRefund: 'ocswai',
  getReceivables: 'ocswai',
  listAccounts: 'ocswai',
  createAccount: 'oc',
  getAccount: 'ocswai',
  patchAccount: 'oc',
  getAccountLedger: 'ocswai',
  openFiscalYear: 'oc',
  listPeriods: 'ocswai',
  setPeriod: 'oc',
  postEntry: 'oc',
  reverseEntry: 'oc',
  listEntries: 'ocswai',
  getEntry: 'ocswai',
  getTrialBalance: 'ocswai',
  createExport: 'oca',
  getHome: 'ocswai',
  searchAll: 'ocswai',
  getHistory: 'ocswai',
  getDocs: 'public',
  getDocsAsset: 'public',
  getOpenApi: 'public',
} as const;

/** What was narrowed since, and why. */
const BOOKS = 'oca';
const NARROWED: Readonly<Record<string, string>> = {
  // The books are read by who keeps or checks them: not by the till, the warehouse, or whoever finds a program's secret.
  getReceivables: BOOKS,
  getAccountLedger: BOOKS,
  listEntries: BOOKS,
  getEntry: BOOKS,
  getTrialBalance: BOOKS,
};

const actions = MODULES.flatMap(({ actions }) => Object.entries(actions as Readonly<Record<string, ActionSpec>>));

const SIX = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

describe('the built-in roles', () => {
  it('may do what they could while actions named roles, but for what was narrowed', () => {
    const now = Object.fromEntries(
      actions.flatMap(([name, { permission }]) =>
        name in BEFORE
          ? [[name, permission === 'public' ? 'public' : SIX.map((role) => (suffices(role, permission) ? LETTERS[role] : '')).join('')]]
          : [],
      ),
    );
    expect(now).toEqual({ ...BEFORE, ...NARROWED });
  });

  it('let the adviser read the books and what they rest on, make files of them, and nothing else', () => {
    const may = actions.filter(
      ([, { permission }]) => permission !== 'member' && permission !== 'public' && suffices('adviser', permission),
    );
    const changes = may.filter(([, { route }]) => !route.startsWith('GET ')).map(([name]) => name);
    expect(changes.sort()).toEqual(['createAdviserExport', 'createExport', 'createTaxFile', 'putPreferences']);
    for (const name of [
      'getTaxReturn',
      'getTaxReturnPaper',
      'getStatement',
      'getStatementFile',
      'listEntries',
      'getTrialBalance',
      'listInvoices',
    ])
      expect(
        may.some(([known]) => known === name),
        name,
      ).toBe(true);
    const others = ['getCustomer', 'listCustomers', 'listMembers', 'listApiClients', 'listOrders', 'listStock', 'listItems', 'listImports'];
    expect(may.filter(([name]) => others.includes(name))).toEqual([]);
  });

  it('name permissions that there are, each once', () => {
    for (const role of ROLES) {
      expect(BUNDLES[role].filter((name) => !PERMISSION_NAMES.includes(name))).toEqual([]);
      expect(new Set(BUNDLES[role]).size, role).toBe(BUNDLES[role].length);
    }
    expect(BUNDLES.owner).toEqual(PERMISSION_NAMES);
  });
});

describe('the catalogue', () => {
  it('has names of an area and a verb', () => {
    for (const name of PERMISSION_NAMES) expect(name).toMatch(/^[a-z]+\.[a-z]+$/);
  });

  it('has nothing that no action asks for, but for what a rule asks inside an action', () => {
    const needed = new Set<string>(actions.map(([, { permission }]) => permission));
    expect(PERMISSION_NAMES.filter((name) => !needed.has(name))).toEqual(['home.money', 'payments.alone', 'books.adjust']);
  });

  it('calls sensitive what moves money, posts, or gives access, and never what only reads the business', () => {
    expect(PERMISSION_NAMES.filter((name) => isSensitive(name) && name.endsWith('.read'))).toEqual([]);
    for (const name of ['payments.refund', 'books.post', 'books.close', 'books.export', 'members.write', 'credentials.write'] as const)
      expect([name, isSensitive(name)]).toEqual([name, true]);
  });
});

describe('grants of several roles', () => {
  it('reach as far as the widest of them', () => {
    const own = new Map([['orders.read', 'own'] as const, ['orders.write', 'own'] as const]);
    const team = new Map([['orders.read', 'team'] as const]);
    const all = new Map([['orders.read', 'all'] as const]);
    for (const order of [
      [own, team, all],
      [all, own, team],
      [team, all, own],
    ])
      expect([...grantsOf(order)].sort()).toEqual([
        ['orders.read', 'all'],
        ['orders.write', 'own'],
      ]);
    expect(grantsOf([own, team]).get('orders.read')).toBe('team');
    expect([...grantsOf([])]).toEqual([]);
  });
});

const claims = (more: object = {}) => ({ 'custom:tenant': 'lumbre', email: 'ana@lumbre.example', sub: 'u1', ...more });
const callerWith = (grants: Grants, more: Partial<Caller> = {}): Caller => ({
  ...unknownCaller(identityOf(claims())),
  grants,
  team: ['ana@lumbre.example', 'eva@lumbre.example'],
  ...more,
});
const madeBy = (by: string) => ({ history: [{ rev: 1, at: '', by, request: '', action: '' }] });
const code = (work: () => unknown) => thrownBy(work)[0];

describe('a caller', () => {
  it('may do what a role of theirs gives, and nothing else', () => {
    for (const role of ROLES) {
      const caller = callerWith(builtInGrants(role));
      for (const name of PERMISSION_NAMES) {
        const given = BUNDLES[role].includes(name);
        expect([role, name, may(caller, name)]).toEqual([role, name, given]);
        expect([role, name, code(() => requirePermission(caller, name))]).toEqual([role, name, given ? 'passes' : 'role.not_allowed']);
      }
      expect(code(() => requirePermission(caller, 'member'))).toBe('passes');
    }
  });

  it('is told what was needed', () => {
    expect(() => requirePermission(callerWith(builtInGrants('sales')), 'books.post')).toThrow(
      expect.objectContaining({ kind: 'forbidden', params: { needed: 'books.post' } }),
    );
  });

  it('without the second factor that is asked for may do all but what is sensitive', () => {
    const caller = callerWith(builtInGrants('owner'), { lacksSecondFactor: true });
    for (const name of PERMISSION_NAMES)
      expect([name, code(() => requirePermission(caller, name))]).toEqual([name, isSensitive(name) ? 'second_factor.required' : 'passes']);
  });

  it.each([
    ['all', true, true, true],
    ['team', true, true, false],
    ['own', true, false, false],
  ] as const)('with the reach %s sees own records, the team’s, others’: %s %s %s', (scope, own, team, others) => {
    const caller = callerWith(new Map([['orders.read', scope]]));
    const sees = (by: string) => mayFor(caller, 'orders.read', madeBy(by));
    expect([sees('ana@lumbre.example'), sees('eva@lumbre.example'), sees('workflow')]).toEqual([own, team, others]);
    expect(mayFor(caller, 'orders.ship', madeBy('ana@lumbre.example'))).toBe(false);
    const within = reachOf(caller, 'orders.read');
    if (scope === 'all') expect(within).toBeUndefined();
    else expect(['ana', 'eva', 'leo'].filter((name) => within?.(madeBy(`${name}@lumbre.example`)))).toHaveLength(scope === 'team' ? 2 : 1);
  });

  it('of whom nothing says that they may see a kind sees none of it in a list', () => {
    expect(reachOf(callerWith(new Map()), 'orders.read')?.(madeBy('ana@lumbre.example'))).toBe(false);
  });
});

describe('who gives what to whom', () => {
  const owner = builtInGrants('owner');
  const own = new Map([['orders.read', 'own'] as const]);
  const all = new Map([['orders.read', 'all'] as const]);

  it('gives no more than they hold, nor further', () => {
    for (const role of ROLES) expect([role, beyond(owner, builtInGrants(role))]).toEqual([role, []]);
    expect(beyond(builtInGrants('accountant'), builtInGrants('auditor'))).toEqual([]);
    expect(beyond(builtInGrants('auditor'), builtInGrants('accountant'))).toContain('payments.refund');
    expect(beyond(own, all)).toEqual(['orders.read']);
    expect(beyond(all, own)).toEqual([]);
    expect(beyond(new Map([['orders.read', 'team'] as const]), own)).toEqual([]);
    expect(code(() => requireHeld(own, all, 'body.grants'))).toBe('permission.not_held');
    expect(code(() => requireHeld(all, own, 'body.grants'))).toBe('passes');
  });

  it('narrows what can be narrowed, and lists each permission once', () => {
    const orders = { permission: 'orders.read', scope: 'own' } as const;
    expect(code(() => requireGrantable([orders, { permission: 'orders.write', scope: 'team' }]))).toBe('passes');
    expect(code(() => requireGrantable([{ permission: 'books.read', scope: 'own' }]))).toBe('role.scope');
    expect(thrownBy(() => requireGrantable([orders, { ...orders, scope: 'all' }]))).toEqual(['role.twice', { permission: 'orders.read' }]);
    expect(thrownBy(() => requireGrantable([orders, { permission: 'books.read', scope: 'team' }]))).toEqual([
      'role.scope',
      { permission: 'books.read' },
    ]);
    expect(code(() => requireGrantable([{ permission: 'books.read', scope: 'all' }]))).toBe('passes');
  });

  it('gives a program nothing that is for people, and everything for all records', () => {
    for (const name of ['members.write', 'members.roles', 'credentials.write', 'workspace.use', 'payments.alone'] as const)
      expect([name, code(() => programGrants(['orders.read', name]))]).toEqual([name, 'permission.people']);
    expect([...programGrants(['orders.read', 'orders.write'])]).toEqual([
      ['orders.read', 'all'],
      ['orders.write', 'all'],
    ]);
    expect(code(() => programGrants(BUNDLES.integration))).toBe('passes');
  });
});

describe('the roles of a member', () => {
  const role = (id: string, grants: readonly Grant[], state: CompanyRole['state'] = 'active'): StoredRole => ({
    ...{ id, name: id, grants, state, rev: 1, history: [] },
  });
  const counter = role('rol_A', [{ permission: 'orders.write', scope: 'own' }]);

  it('give together what each gives; what is retired, or not there, gives nothing', () => {
    const grants = grantsOfRoles(
      ['warehouse', 'rol_A', 'rol_B', 'rol_C'],
      [counter, role('rol_B', [{ permission: 'books.post', scope: 'all' }], 'retired')],
    );
    expect(grants.get('orders.write')).toBe('own');
    expect(grants.get('orders.ship')).toBe('all');
    expect(grants.has('books.post')).toBe(false);
    expect(grants.size).toBe(BUNDLES.warehouse.length + 1);
  });

  it('stand in their usual order, each once', () => {
    expect(rolesOf(['rol_B', 'sales', 'owner', 'rol_A', 'sales', 'rol_B'])).toEqual(['owner', 'sales', 'rol_A', 'rol_B']);
  });

  it('are given only where they are in use', () => {
    expect(code(() => requireRoles(['owner', 'rol_A'], [counter]))).toBe('passes');
    expect(code(() => requireRoles(['rol_A'], [undefined]))).toBe('role.unknown');
    expect(thrownBy(() => requireRoles(['sales', 'rol_A'], [undefined]))[1]).toEqual({ id: 'rol_A' });
    expect(code(() => requireRoles(['rol_A'], [{ ...counter, state: 'retired' }]))).toBe('role.retired');
  });
});

describe('what a process remembers', () => {
  it('it forgets in time, in number, and when told to', () => {
    let now = 0;
    const memory = new ShortMemory<string>(60_000, 2, () => now);
    memory.set('lumbre#ana', 'owner');
    now = 59_999;
    expect(memory.get('lumbre#ana')).toBe('owner');
    now = 60_000;
    expect(memory.get('lumbre#ana')).toBeUndefined();
    for (const name of ['a', 'b', 'c']) memory.set(`lumbre#${name}`, name);
    expect(['a', 'b', 'c'].map((name) => memory.get(`lumbre#${name}`))).toEqual([undefined, 'b', 'c']);
    memory.set('norte#d', 'd');
    memory.forget('lumbre#');
    expect([memory.get('lumbre#c'), memory.get('norte#d')]).toEqual([undefined, 'd']);
  });
});
