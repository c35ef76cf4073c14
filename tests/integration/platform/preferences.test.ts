import { expect, it } from 'vitest';
import { MAX_VIEWS } from '../../../shared/domain/platform/members/preference-limits.ts';
import { MAX_PREFERENCES_BYTES } from '../../../shared/domain/platform/members/preferences.ts';
import { newTenant } from '../../support/call.ts';
import { itemsOf } from '../../support/items.ts';
import { type Shop, shopOf } from '../../support/shop.ts';

const toShip = { name: 'Por enviar', search: { status: 'placed', sort: '-gross', q: 'Olmo' } };
const late = { name: 'Vencidas', search: { state: 'overdue' } };
const NOTHING = { own: { version: 0, views: {} }, shared: { version: 0, views: {} } };

const ana = (shop: Shop) => ({ email: `ana@${shop.tenant}.example`, roles: ['warehouse'] as const });
const leo = (shop: Shop) => ({ email: `leo@${shop.tenant}.example`, roles: ['auditor'] as const });
const keptOf = async (shop: Shop) => Object.keys(await itemsOf(shop.tenant)).filter((key) => /#(preferences|shared-views)#/.test(key));

it('keeps what a person has set, for them alone: of two people, and of two companies', async () => {
  const [one, two] = [shopOf(newTenant()), shopOf(newTenant())];
  expect(await one.done('getPreferences', ana(one))).toEqual(NOTHING);
  const body = {
    version: 0,
    language: 'en',
    scheme: 'dark',
    tourSeen: true,
    rail: true,
    unfolded: { books: true, sales: false },
    favourites: [{ path: '/orders' }, { path: '/customers/cus_01JDG8ZK5T7QWERTY2MNPQRSTV', name: 'Bodegas Sol' }],
    views: { orders: [toShip], invoices: [late] },
  };
  const kept = { ...body, version: 1 };
  expect(await one.done('putPreferences', { ...ana(one), body })).toEqual(kept);
  expect(await one.done('getPreferences', ana(one))).toEqual({ ...NOTHING, own: kept });
  // Nobody else's are touched: not a colleague's, and not those of the same address in another company.
  expect(await one.done('getPreferences', leo(one))).toEqual(NOTHING);
  expect(await two.done('getPreferences', ana(one))).toEqual(NOTHING);
  await one.done('putPreferences', { ...leo(one), body: { version: 0, views: { orders: [late] } } });
  await two.done('putPreferences', { ...ana(one), body: { version: 0, language: 'es', views: {} } });
  expect(await one.done('getPreferences', ana(one))).toEqual({ ...NOTHING, own: kept });
  // What is set no more is gone.
  expect(await one.done('putPreferences', { ...ana(one), body: { version: 1, views: {} } })).toEqual({ version: 2, views: {} });
  expect(await keptOf(one)).toHaveLength(2);
  expect(await keptOf(two)).toHaveLength(1);
});

it('refuses what was made from another version than is kept, and takes the same once more', async () => {
  const shop = shopOf(newTenant());
  const put = (version: number, views: object) => shop.ask('putPreferences', { body: { version, views } });
  expect((await put(1, {})).body).toMatchObject({ code: 'preferences.changed', field: 'body.version' });
  expect((await put(0, { orders: [toShip] })).body.version).toBe(1);
  // The other browser has read version 0 as well.
  expect(await put(0, { orders: [late] })).toMatchObject({ status: 409, body: { code: 'preferences.changed', field: 'body.version' } });
  expect((await put(1, { orders: [toShip, late] })).body.version).toBe(2);
  // The answer got lost: the same request again is answered alike, and nothing is written.
  expect((await put(1, { orders: [toShip, late] })).body).toEqual({ version: 2, views: { orders: [toShip, late] } });
  const before = await itemsOf(shop.tenant);
  await put(2, { orders: [toShip, late] });
  expect(await itemsOf(shop.tenant)).toEqual(before);
});

it('of ten browsers at once one is first, and nine are told', async () => {
  const shop = shopOf(newTenant());
  const names = Array.from({ length: 10 }, (_, at) => `Vista ${at}`);
  const answers = await Promise.all(
    names.map((name) => shop.ask('putPreferences', { body: { version: 0, views: { orders: [{ ...toShip, name }] } } })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  const [first] = answers.filter(({ status }) => status === 200);
  expect((await shop.done('getPreferences')).own).toEqual(first?.body);
});

it('shares views with the whole company, by those who keep its books alone', async () => {
  const [shop, other] = [shopOf(newTenant()), shopOf(newTenant())];
  const body = { version: 0, views: { orders: [toShip] } };
  for (const roles of [['sales'], ['warehouse'], ['auditor'], ['integration']] as const)
    expect(await shop.refused('putSharedViews', { roles, body })).toMatchObject({ status: 403, code: 'role.not_allowed' });
  expect(await shop.done('putSharedViews', { roles: ['accountant'], body })).toEqual({ version: 1, views: body.views });
  expect((await shop.done('getPreferences', ana(shop))).shared).toEqual({ version: 1, views: body.views });
  expect((await other.done('getPreferences')).shared).toEqual({ version: 0, views: {} });
  // Two who share at once: the second is told, reads, and adds to it.
  expect(await shop.refused('putSharedViews', { body: { version: 0, views: { orders: [late] } } })).toEqual({
    status: 409,
    code: 'preferences.changed',
    field: 'body.version',
  });
  const both = { orders: [toShip, late] };
  expect((await shop.done('putSharedViews', { body: { version: 1, views: both } })).version).toBe(2);
  expect((await shop.done('getPreferences', leo(shop))).shared.views).toEqual(both);
  expect((await shop.done('getPreferences', leo(shop))).own).toEqual(NOTHING.own);
});

it('is for people: a program has no console', async () => {
  const shop = shopOf(newTenant());
  const roles = ['integration'] as const;
  expect(await shop.refused('getPreferences', { roles })).toMatchObject({ status: 403, code: 'role.not_allowed' });
  expect(await shop.refused('putPreferences', { roles, body: { version: 0, views: {} } })).toMatchObject({ status: 403 });
});

it('says at which field it is too much, and keeps nothing of it', async () => {
  const shop = shopOf(newTenant());
  const fault = async (views: object, more: object = {}) => {
    const { status, code, field } = await shop.refused('putPreferences', { body: { version: 0, views, ...more } });
    return `${status} ${code} ${field}`;
  };
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `V${at}`, search: {} }));
  expect(await fault({ orders: many(MAX_VIEWS + 1) })).toBe('400 input.invalid body.views.orders');
  expect(await fault({ orders: [{ ...late, name: 'x'.repeat(61) }] })).toBe('400 input.invalid body.views.orders.0.name');
  expect(await fault({ orders: [late, { ...late, name: '  ' }] })).toBe('400 input.invalid body.views.orders.1.name');
  expect(await fault({ orders: [{ name: 'x', search: { q: 7 } }] })).toBe('400 input.invalid body.views.orders.0.search.q');
  expect(await fault({ orders: [{ name: 'x', search: { q: 'y'.repeat(201) } }] })).toBe('400 input.invalid body.views.orders.0.search.q');
  expect(await fault({ orders: [{ name: 'x', search: { '': 'y' } }] })).toBe('400 input.invalid body.views.orders.0.search.');
  expect(await fault({ 'Not a list': [] })).toBe('400 input.invalid body.views.Not a list');
  expect(await fault({}, { scheme: 'pink' })).toBe('400 input.invalid body.scheme');
  expect(await fault({}, { language: 'fr' })).toBe('400 input.invalid body.language');
  expect(await fault({}, { theme: 'x' })).toBe('400 input.invalid body.theme');
  expect(await fault({}, { version: -1 })).toBe('400 input.invalid body.version');
  expect(await fault({ orders: [toShip, { ...late, name: 'POR ENVIAR' }] })).toBe('400 view.same_name body.views.orders.1.name');
  // Sixteen lists of six views of some 240 bytes are over 16 KB, though no list is full.
  const long = (at: number) => ({ name: `Vista ${at}`, search: { q: 'ñ'.repeat(100) } });
  const large = Object.fromEntries(many(16).map(({ name }) => [name.toLowerCase(), many(6).map((_, at) => long(at))]));
  expect(JSON.stringify({ views: large }).length).toBeLessThan(MAX_PREFERENCES_BYTES);
  expect(await fault(large)).toBe('413 preferences.too_large body.views');
  const shared = await shop.refused('putSharedViews', { body: { version: 0, views: large } });
  expect(shared).toEqual({ status: 413, code: 'preferences.too_large', field: 'body.views' });
  expect(await keptOf(shop)).toEqual([]);
  // Fifty views of one list, and names of sixty characters, are not too much.
  const most = [...many(MAX_VIEWS - 1), { name: 'x'.repeat(60), search: {} }];
  expect((await shop.done('putPreferences', { body: { version: 0, views: { orders: most } } })).views.orders).toHaveLength(MAX_VIEWS);
});
