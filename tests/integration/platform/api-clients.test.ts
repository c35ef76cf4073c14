import { expect, it } from 'vitest';
import { BUNDLES } from '../../../shared/kernel/permission.ts';
import { newTenant } from '../../support/call.ts';
import { send } from '../../support/http.ts';
import { itemsOf } from '../../support/items.ts';
import { SETTINGS, type Shop, shopOf } from '../../support/shop.ts';
import { signIn, userIn } from '../../support/sign-in.ts';

async function founded(): Promise<Shop> {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: SETTINGS });
  return shop;
}

it('a program signs in with the secret that is shown once, and works with the permissions of the role integration', async () => {
  const shop = await founded();
  const made = await shop.done('createApiClient', { body: { name: 'Tienda web' }, key: 'shop' });
  const { secret, ...client } = made;
  expect(client).toMatchObject({ name: 'Tienda web', state: 'active', rev: 1 });
  expect(client.clientId).toBe(`${client.id.slice(4).toLowerCase()}@clients.trastienda.invalid`);
  expect(secret).toMatch(/^Ts1-[\w-]{43}$/);
  expect(JSON.stringify(await itemsOf(shop.tenant))).not.toContain(secret);
  expect(await userIn(client.clientId)).toMatchObject({ companies: [shop.tenant], enabled: true });
  const { token = '' } = await signIn(client.clientId, secret);
  const me = (await send('GET /me', { token })).body;
  expect(me).toMatchObject({ email: client.clientId, company: shop.tenant, roles: [], lacksSecondFactor: false });
  expect(me).not.toHaveProperty('memberId');
  expect(me.permissions.map(({ permission }: { permission: string }) => permission)).toEqual(BUNDLES.integration);
  expect(client.permissions).toEqual(BUNDLES.integration);
  const customer = await send('POST /customers', { token, body: { name: 'Del programa' } });
  expect(customer).toMatchObject({ status: 201, body: { createdBy: client.clientId } });
  expect(await send('GET /members', { token })).toMatchObject({ status: 403 });
  // A repeat makes nothing and shows nothing.
  expect(await shop.done('createApiClient', { body: { name: 'Tienda web' }, key: 'shop' })).toEqual(client);
  expect(await shop.listed('listApiClients')).toMatchObject([client]);
  expect(await shop.listed('listMembers')).toHaveLength(1);
});

it('a new secret stops the old one', async () => {
  const shop = await founded();
  const { secret: old, ...client } = await shop.done('createApiClient', { body: { name: 'Tienda web' } });
  const renewed = await shop.done('renewSecret', { path: [client.id], key: 'new' });
  expect(renewed).toMatchObject({ rev: 2, clientId: client.clientId });
  expect(renewed.secret).not.toBe(old);
  expect((await signIn(client.clientId, old)).token).toBeUndefined();
  expect((await signIn(client.clientId, renewed.secret)).token).toEqual(expect.any(String));
  const { secret, ...shown } = renewed;
  expect(await shop.done('renewSecret', { path: [client.id], key: 'new' })).toEqual(shown);
  expect((await signIn(client.clientId, secret)).token).toEqual(expect.any(String));
});

it('a removed client signs in no more, and cannot come back', async () => {
  const shop = await founded();
  const { secret, ...client } = await shop.done('createApiClient', { body: { name: 'Tienda web' } });
  const gone = await shop.done('removeApiClient', { path: [client.id], key: 'gone' });
  expect(gone).toMatchObject({ state: 'removed', rev: 2 });
  expect((await signIn(client.clientId, secret)).token).toBeUndefined();
  const removed = { status: 422, code: 'api_client.removed', field: 'path.apiClientId' };
  expect(await shop.refused('removeApiClient', { path: [client.id] })).toEqual(removed);
  expect(await shop.refused('renewSecret', { path: [client.id] })).toEqual(removed);
  expect(await shop.done('removeApiClient', { path: [client.id], key: 'gone' })).toEqual(gone);
  expect(await shop.listed('listApiClients', { state: 'active' })).toEqual([]);
  expect((await shop.listed('listApiClients', { state: 'removed', q: 'web' })).map((c) => c.id)).toEqual([client.id]);
  const { steps } = await shop.done('getHistory', { query: { record: client.id } });
  expect(steps.map((s: { action: string }) => s.action)).toEqual(['createApiClient', 'removeApiClient']);
});

it('another company’s client is not there', async () => {
  const [a, b] = [await founded(), await founded()];
  const { secret, ...client } = await a.done('createApiClient', { body: { name: 'Tienda web' } });
  for (const name of ['renewSecret', 'removeApiClient'])
    expect(await b.refused(name, { path: [client.id] })).toMatchObject({ status: 404, code: 'api-client.not_found' });
  expect(await b.listed('listApiClients')).toEqual([]);
  expect((await signIn(client.clientId, secret)).token).toEqual(expect.any(String));
});

it('made by a request sent five times at once, it is one client whose secret works', async () => {
  const shop = await founded();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => shop.done('createApiClient', { body: { name: 'Tienda web' }, key: 'same' })),
  );
  const secrets = answers.flatMap(({ secret }) => secret ?? []);
  expect(secrets).toHaveLength(1);
  expect((await signIn(answers[0].clientId, secrets[0])).token).toEqual(expect.any(String));
  expect(await shop.listed('listApiClients')).toHaveLength(1);
});

it('a program does exactly what it was given, and no more from the moment that it is taken', async () => {
  const shop = await founded();
  const permissions = ['customers.read', 'customers.write'];
  const { secret, ...client } = await shop.done('createApiClient', { body: { name: 'Altas', permissions } });
  expect(client.permissions).toEqual(permissions);
  const { token = '' } = await signIn(client.clientId, secret);
  const create = () => send('POST /customers', { token, body: { name: 'Del programa' } });
  expect((await create()).status).toBe(201);
  expect((await send('GET /customers', { token })).status).toBe(200);
  expect((await send('GET /items', { token })).body).toMatchObject({
    status: 403,
    code: 'role.not_allowed',
    params: { needed: 'catalogue.read' },
  });
  expect((await send('POST /members', { token, body: { email: 'x@y.example', roles: ['owner'] } })).body.code).toBe('role.not_allowed');
  const path = [client.id];
  const patched = await shop.done('patchApiClient', { path, body: { name: 'Lector', permissions: ['customers.read'] } });
  expect(patched).toMatchObject({ name: 'Lector', permissions: ['customers.read'], rev: 2 });
  expect((await create()).body.code).toBe('role.not_allowed');
  await shop.done('removeApiClient', { path });
  expect((await create()).body).toMatchObject({ status: 403, code: 'member.no_access' });
  expect(await shop.refused('patchApiClient', { path, body: { name: 'x' } })).toMatchObject({ status: 422, code: 'api_client.removed' });
});

it('a program is given nothing that is for people', async () => {
  const shop = await founded();
  const body = { name: 'x', permissions: ['orders.read', 'members.write'] };
  expect(await shop.refused('createApiClient', { body })).toEqual({ status: 400, code: 'permission.people', field: 'body.permissions.1' });
});
