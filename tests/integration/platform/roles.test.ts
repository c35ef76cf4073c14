import { describe, expect, it } from 'vitest';
import { MODULES } from '../../../shared/api/modules.ts';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import { isNarrowable, PERMISSION_NAMES, type Permission, ROLES } from '../../../shared/kernel/permission.ts';
import { newTenant } from '../../support/call.ts';
import { DAY, newSeller } from '../../support/seller.ts';
import { type Ask, eur, isServed, SETTINGS, type Shop, shopOf } from '../../support/shop.ts';

const actions = new Map(MODULES.flatMap(({ actions }) => Object.entries(actions as Readonly<Record<string, ActionSpec>>)));

async function founded(): Promise<Shop> {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: SETTINGS });
  return shop;
}

interface Given {
  readonly permission: string;
  readonly scope?: string;
}

/** A role of the company's own, and somebody who has it and nothing else: what they ask with. */
async function withRole(shop: Shop, name: string, grants: readonly Given[], more: { readonly team?: string } = {}): Promise<Ask> {
  const role = await shop.done('createRole', { body: { name, grants } });
  const email = `${name.toLowerCase().replaceAll(/\W/g, '-')}@${shop.tenant}.example`;
  await shop.done('getMe', { roles: [role.id], email });
  const [member] = await shop.listed('listMembers', { q: email });
  if (more.team) await shop.done('patchMember', { path: [member.id], body: more });
  return { email };
}

describe('a role of the company’s own', () => {
  it('is made, changed, given and retired, and its story tells', async () => {
    const shop = await founded();
    const grants = [{ permission: 'orders.read', scope: 'own' }, { permission: 'catalogue.read' }];
    const role = await shop.done('createRole', { body: { name: ' Mostrador ', grants }, key: 'k' });
    expect(role).toMatchObject({
      name: 'Mostrador',
      state: 'active',
      rev: 1,
      grants: [
        { permission: 'orders.read', scope: 'own' },
        { permission: 'catalogue.read', scope: 'all' },
      ],
    });
    expect(await shop.done('createRole', { body: { name: ' Mostrador ', grants }, key: 'k' })).toMatchObject({ id: role.id, rev: 1 });
    const refused = (body: object) => shop.refused('createRole', { body });
    expect(await refused({ name: 'MOSTRADOR', grants })).toEqual({ status: 409, code: 'role.same_name', field: 'body.name' });
    expect(await refused({ name: 'Otra', grants: [] })).toMatchObject({ status: 400, field: 'body.grants' });
    expect(await refused({ name: 'Otra', grants: [{ permission: 'orders.fly' }] })).toMatchObject({ field: 'body.grants.0.permission' });
    const wide = { permission: 'books.read', scope: 'own' };
    expect(await refused({ name: 'Otra', grants: [wide] })).toEqual({ status: 400, code: 'role.scope', field: 'body.grants.0.scope' });
    const twice = [grants[1], grants[1]];
    expect(await refused({ name: 'Otra', grants: twice })).toEqual({ status: 400, code: 'role.twice', field: 'body.grants.1.permission' });

    const path = [role.id];
    const { id: member } = await shop.done('inviteMember', { body: { email: `ana@${shop.tenant}.example`, roles: [role.id, 'auditor'] } });
    expect((await shop.listed('listMembers', { role: role.id })).map((m) => m.roles)).toEqual([['auditor', role.id]]);
    expect(await shop.refused('retireRole', { path })).toMatchObject({ status: 422, code: 'role.in_use' });
    await shop.done('patchMember', { path: [member], body: { roles: ['auditor'] } });
    expect(await shop.done('patchRole', { path, body: { name: 'Caja' } })).toMatchObject({ name: 'Caja', rev: 2 });
    expect(await shop.done('retireRole', { path })).toMatchObject({ state: 'retired', rev: 3 });
    expect(await shop.refused('patchRole', { path, body: { name: 'Otra' } })).toMatchObject({ status: 422, code: 'role.retired' });
    const retired = { status: 422, code: 'role.retired', field: 'body.roles.0' };
    expect(await shop.refused('patchMember', { path: [member], body: { roles: [role.id] } })).toMatchObject(retired);
    expect((await shop.listed('listRoles', { state: 'retired' })).map(({ name }) => name)).toEqual(['Caja']);
    expect(await shop.done('getRole', { path })).toMatchObject({ id: role.id, state: 'retired' });
    const { steps } = await shop.done('getHistory', { query: { record: role.id } });
    expect(steps.map(({ action }: { action: string }) => action)).toEqual(['createRole', 'patchRole', 'retireRole']);
  });

  it('lets do exactly what it lists: no other action of any module', { timeout: 120_000 }, async () => {
    const shop = await founded();
    const listed: Permission[] = ['catalogue.read', 'customers.write', 'orders.read', 'stock.receive'];
    const asking = await withRole(
      shop,
      'Almacén y clientes',
      listed.map((permission) => ({ permission })),
    );
    expect((await shop.done('getMe', asking)).permissions.map(({ permission }: Given) => permission).sort()).toEqual(listed);
    for (const [name, { permission, route, body, example }] of actions) {
      // Functions that make files are not called in this process.
      if (permission === 'public' || !isServed(name)) continue;
      const path = [...route.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => (parameter === 'period' ? '2026-01' : 'x'));
      const answer = await shop.ask(name, { ...asking, path, ...(body ? { body: example?.body ?? {} } : {}), query: { nothing: '1' } });
      const may = permission === 'member' || listed.includes(permission);
      expect([name, answer.body.code === 'role.not_allowed'], JSON.stringify(answer.body)).toEqual([name, !may]);
    }
  });

  it('changed or retired, is so at once for everybody who has it', async () => {
    const shop = await founded();
    const asking = await withRole(shop, 'Clientes', [{ permission: 'customers.write' }, { permission: 'customers.read' }]);
    const customer = () => shop.ask('createCustomer', { ...asking, body: { name: 'Muebles Aranda, S.L.', paymentDays: 30 } });
    expect((await customer()).status).toBe(201);
    const [role] = await shop.listed('listRoles');
    await shop.done('patchRole', { path: [role.id], body: { grants: [{ permission: 'customers.read' }] } });
    expect((await customer()).body.code).toBe('role.not_allowed');
    expect((await shop.done('listCustomers', asking)).items.length).toBeGreaterThan(0);
    expect(await shop.done('getMe', asking)).toMatchObject({
      roles: [role.id],
      roleNames: { [role.id]: 'Clientes' },
      permissions: [{ permission: 'customers.read', scope: 'all' }],
      lacksSecondFactor: false,
    });
  });

  it('is one of fifty at most', { timeout: 60_000 }, async () => {
    const shop = await founded();
    const make = (name: string) => shop.ask('createRole', { body: { name, grants: [{ permission: 'stock.read' }] } });
    for (let i = 0; i < 50; i += 1) expect((await make(`Función ${i}`)).status).toBe(201);
    expect((await make('Una más')).body).toMatchObject({ status: 422, code: 'role.too_many', params: { most: 50 } });
  });
});

describe('who reaches some records alone', () => {
  /** Three orders: of two people of one team, who see and change their own (or the team's), and of somebody else. */
  async function counter(scope: 'own' | 'team') {
    const s = await newSeller([['A', 100, 10_000]]);
    const orders = PERMISSION_NAMES.filter(isNarrowable).map((permission) => ({ permission, scope }));
    const grants = [...orders, { permission: 'customers.read' }, { permission: 'catalogue.read' }];
    const ana = await withRole(s, 'Ana', grants, { team: 'Tienda' });
    const eva = await withRole(s, 'Eva', grants, { team: 'Tienda' });
    const line = { itemId: s.items[0], quantity: '1' };
    const place = async (asking: Ask): Promise<string> => (await s.place([line], { reference: 'Palabra' }, asking)).id;
    return { s, ana, ids: { ana: await place(ana), eva: await place(eva), other: await place({}) } };
  }
  const names = (ids: Record<string, string>, found: readonly string[]) =>
    Object.entries(ids).flatMap(([name, id]) => (found.includes(id) ? [name] : []));

  it.each([
    ['own', ['ana']],
    ['team', ['ana', 'eva']],
  ] as const)('%s: lists, finds, opens and reads the story of these, and of no other', async (scope, seen) => {
    const { s, ana, ids } = await counter(scope);
    const list = await s.done('listOrders', ana);
    expect(
      names(
        ids,
        list.items.map(({ id }: { id: string }) => id),
      ),
    ).toEqual(seen);
    const found = await s.done('searchAll', { ...ana, query: { q: 'palabra' } });
    expect(
      names(
        ids,
        found.items.map(({ id }: { id: string }) => id),
      ),
    ).toEqual(seen);
    for (const [name, id] of Object.entries(ids)) {
      const there = (seen as readonly string[]).includes(name);
      expect([name, (await s.ask('getOrder', { ...ana, path: [id] })).status]).toEqual([name, there ? 200 : 404]);
      expect([name, (await s.ask('getHistory', { ...ana, query: { record: id } })).status]).toEqual([name, there ? 200 : 404]);
      const exact = await s.done('searchAll', { ...ana, query: { q: id } });
      expect([name, exact.items.length]).toEqual([name, there ? 1 : 0]);
    }
    expect((await s.done('getHome', ana)).waiting).not.toHaveProperty('ordersToShip');
  });

  it('cannot act on another’s by any action, as if it were not there', async () => {
    const { s, ana, ids } = await counter('own');
    const bodies: Record<string, object> = {
      cancelOrder: { reason: 'x', date: DAY },
      cancelRest: { reason: 'x', date: DAY },
      shipOrder: { date: DAY },
      invoiceOrder: { date: DAY },
    };
    const narrowed = [...actions].filter(
      ([, { permission, route }]) =>
        permission !== 'public' && permission !== 'member' && isNarrowable(permission) && route.includes('{orderId}'),
    );
    expect(narrowed.map(([name]) => name).sort()).toEqual([
      'cancelOrder',
      'cancelRest',
      'getOrder',
      'invoiceOrder',
      'placeQuote',
      'restoreRest',
      'shipOrder',
    ]);
    for (const [name, { body }] of narrowed) {
      const request = (id: string): Ask => ({ ...ana, path: [id], ...(body ? { body: bodies[name] ?? {} } : {}) });
      const refused = await s.refused(name, request(ids.other));
      expect([name, refused]).toEqual([name, await s.refused(name, request('ord_01JDG8ZK5T7QWERTY2MNPQRSTV'))]);
      expect([name, refused.status]).toEqual([name, 404]);
    }
    expect((await s.done('cancelOrder', { ...ana, path: [ids.ana], body: bodies.cancelOrder })).status).toBe('cancelled');
    expect((await s.order(ids.other)).status).toBe('placed');
    expect(await s.faults()).toEqual([]);
  });

  it('of two roles has the wider reach', async () => {
    const { s, ana, ids } = await counter('own');
    const [member] = await s.listed('listMembers', { q: ana.email ?? '' });
    await s.done('patchMember', { path: [member.id], body: { roles: [...member.roles, 'auditor'] } });
    const list = await s.done('listOrders', ana);
    expect(
      names(
        ids,
        list.items.map(({ id }: { id: string }) => id),
      ),
    ).toEqual(['ana', 'eva', 'other']);
    // Seeing all of them is not changing all of them.
    expect(await s.refused('shipOrder', { ...ana, path: [ids.other], body: { date: DAY } })).toMatchObject({ status: 404 });
  });
});

describe('nobody gives what they do not hold', () => {
  const MANAGER = ['members.read', 'members.write', 'members.roles', 'credentials.read', 'credentials.write', 'orders.read'] as const;
  async function manager() {
    const shop = await founded();
    const asking = await withRole(
      shop,
      'Gerencia',
      MANAGER.map((permission) => ({ permission })),
    );
    return { shop, asking, own: (await shop.listed('listRoles'))[0] };
  }
  const held = { status: 403, code: 'permission.not_held' };

  it('by a role, a member, a program or a secret', async () => {
    const { shop, asking, own } = await manager();
    const email = `leo@${shop.tenant}.example`;
    expect(await shop.refused('createRole', { ...asking, body: { name: 'Más', grants: [{ permission: 'books.post' }] } })).toMatchObject(
      held,
    );
    const more = [...own.grants, { permission: 'payments.refund', scope: 'all' }];
    expect(await shop.refused('patchRole', { ...asking, path: [own.id], body: { grants: more } })).toMatchObject(held);
    for (const role of ['owner', 'accountant', 'sales', 'warehouse', 'auditor'])
      expect(await shop.refused('inviteMember', { ...asking, body: { email, roles: [role] } }), role).toMatchObject(held);
    // What the roles answer is what the invitation says: of the built-in ones none can be given, of their own one theirs.
    const [builtIn, ownRoles] = [(await shop.done('listPermissions', asking)).roles, (await shop.done('listRoles', asking)).items];
    expect(builtIn).toHaveLength(ROLES.length);
    for (const { name, actions: answered } of builtIn) {
      const { body } = await shop.ask('inviteMember', { ...asking, body: { email, roles: [name] } });
      expect([name, body.code, body.detail]).toEqual([name, answered.inviteMember.code, answered.inviteMember.message]);
    }
    expect(ownRoles).toMatchObject([{ id: own.id, actions: { inviteMember: null, patchRole: null } }]);
    expect((await shop.done('listPermissions', { roles: ['warehouse'] })).roles[0].actions).toEqual({});
    const leo = await shop.done('inviteMember', { ...asking, body: { email, roles: [own.id] } });
    expect(await shop.refused('patchMember', { ...asking, path: [leo.id], body: { roles: [own.id, 'sales'] } })).toMatchObject(held);
    expect(await shop.refused('createApiClient', { ...asking, body: { name: 'x', permissions: ['orders.write'] } })).toMatchObject(held);
    const client = await shop.done('createApiClient', { ...asking, body: { name: 'Lector' } });
    expect(client.permissions).toEqual(['orders.read']);
    expect(await shop.refused('patchApiClient', { ...asking, path: [client.id], body: { permissions: ['stock.read'] } })).toMatchObject(
      held,
    );
    // The secret of a program that may more would be a way to all of it.
    await shop.done('patchApiClient', { path: [client.id], body: { permissions: ['orders.read', 'orders.ship'] } });
    expect(await shop.refused('renewSecret', { ...asking, path: [client.id] })).toMatchObject(held);
  });

  it('nor takes rights or access from whoever may do more', async () => {
    const { shop, asking } = await manager();
    const [owner] = (await shop.listed('listMembers')).filter(({ roles }) => roles.includes('owner'));
    const above = { status: 403, code: 'member.above' };
    expect(await shop.refused('removeMember', { ...asking, path: [owner.id] })).toMatchObject(above);
    expect(await shop.refused('patchMember', { ...asking, path: [owner.id], body: { roles: ['auditor'] } })).toMatchObject(above);
    expect(await shop.refused('patchMember', { ...asking, path: [owner.id], body: { name: 'x' } })).toMatchObject(above);
  });

  it('nor narrows what they hold into more: own records give own records', async () => {
    const shop = await founded();
    const own = { permission: 'orders.read', scope: 'own' };
    const asking = await withRole(shop, 'Encargada', [own, { permission: 'members.roles' }]);
    const body = (grant: Given) => ({ ...asking, body: { name: 'Otra', grants: [grant] } });
    expect(await shop.refused('createRole', body({ ...own, scope: 'all' }))).toMatchObject(held);
    expect(await shop.refused('createRole', body({ ...own, scope: 'team' }))).toMatchObject(held);
    expect(await shop.done('createRole', body(own))).toMatchObject({ name: 'Otra' });
  });
});

describe('whoever is removed', () => {
  it('moves no money from that moment on, whatever their token says', async () => {
    const s = await newSeller([['A', 10, 1000]]);
    const asking: Ask = { email: `luis@${s.tenant}.example`, roles: ['accountant'] };
    const receive = (key: string) =>
      s.ask('recordReceipt', { email: asking.email ?? '', body: { customerId: s.customerId, date: DAY, amount: eur('5') }, key });
    await s.done('getMe', asking);
    expect((await receive('one')).status).toBe(201);
    const [member] = await s.listed('listMembers', { q: asking.email ?? '' });
    await s.done('removeMember', { path: [member.id] });
    for (const answer of [await receive('two'), await receive('one')])
      expect(answer.body).toMatchObject({ status: 403, code: 'member.no_access' });
    expect(await s.refused('getMe', { email: asking.email ?? '' })).toMatchObject({ status: 403, code: 'member.no_access' });
    expect(await s.listed('listReceipts')).toHaveLength(1);
  });
});

describe('a company that asks for a second factor', () => {
  it('lets nobody without one do what is sensitive, and everybody all else', async () => {
    const s = await newSeller([['A', 10, 1000]]);
    const required = { body: { policies: { secondFactor: 'required' } } };
    expect(await s.refused('patchCompany', required)).toMatchObject({ status: 422, code: 'second_factor.own_first' });
  });
});

it('the catalogue says what there is to allow, and what the built-in roles give', async () => {
  const shop = await founded();
  const { permissions, roles } = await shop.done('listPermissions', { roles: ['warehouse'] });
  expect(permissions.map(({ name }: { name: string }) => name)).toEqual(PERMISSION_NAMES);
  expect(permissions.find(({ name }: { name: string }) => name === 'orders.read')).toEqual({
    name: 'orders.read',
    area: 'orders',
    sensitive: false,
    scopes: ['all', 'team', 'own'],
    programs: true,
  });
  expect(roles.find(({ name }: { name: string }) => name === 'warehouse').permissions).toContain('orders.ship');
  expect(await shop.refused('listRoles', { roles: ['warehouse'] })).toMatchObject({ code: 'role.not_allowed' });
});
