import { expect, it } from 'vitest';
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

it('a program signs in with the secret that is shown once, and works with the role integration', async () => {
  const shop = await founded();
  const made = await shop.done('createApiClient', { body: { name: 'Tienda web' }, key: 'shop' });
  const { secret, ...client } = made;
  expect(client).toMatchObject({ name: 'Tienda web', state: 'active', rev: 1 });
  expect(client.clientId).toBe(`${client.id.slice(4).toLowerCase()}@clients.trastienda.invalid`);
  expect(secret).toMatch(/^Ts1-[\w-]{43}$/);
  expect(JSON.stringify(await itemsOf(shop.tenant))).not.toContain(secret);
  expect(await userIn(client.clientId)).toMatchObject({ tenant: shop.tenant, enabled: true, roles: ['integration'] });
  const { token = '' } = await signIn(client.clientId, secret);
  expect((await send('GET /me', { token })).body).toEqual({ email: client.clientId, company: shop.tenant, roles: ['integration'] });
  const customer = await send('POST /customers', { token, body: { name: 'Del programa' } });
  expect(customer).toMatchObject({ status: 201, body: { createdBy: client.clientId } });
  expect(await send('GET /members', { token })).toMatchObject({ status: 403 });
  // A repeat makes nothing and shows nothing.
  expect(await shop.done('createApiClient', { body: { name: 'Tienda web' }, key: 'shop' })).toEqual(client);
  expect(await shop.listed('listApiClients')).toEqual([client]);
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
  const { secret, ...told } = renewed;
  expect(await shop.done('renewSecret', { path: [client.id], key: 'new' })).toEqual(told);
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
  const { steps } = await shop.done('getStory', { query: { record: client.id } });
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
