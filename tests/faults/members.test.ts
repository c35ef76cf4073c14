import { describe, expect, it } from 'vitest';
import { createUsers } from '../../infra/tools/local/users.ts';
import { newTenant } from '../support/call.ts';
import { crashAfter, crashBefore, withFault } from '../support/faults.ts';
import { deployed } from '../support/http.ts';
import { type Ask, SETTINGS, type Shop, shopOf } from '../support/shop.ts';
import { signIn, userIn } from '../support/sign-in.ts';

const PASSWORD = 'Aa1-members-of-a-company';

interface Trial {
  readonly shop: Shop;
  readonly name: string;
  readonly request: Ask;
  /** A member whose record and user must agree in the end. */
  readonly email: string;
}

/** A company with a second owner, who has signed in. */
async function twoOwners(): Promise<{ shop: Shop; email: string; id: string }> {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: SETTINGS });
  const email = `zoe@${shop.tenant}.example`;
  await createUsers(deployed(), [{ email, password: PASSWORD, company: shop.tenant, roles: ['owner'] }]);
  return { shop, email, id: (await shop.done('getMe', { email })).memberId };
}

async function inviting(): Promise<Trial> {
  const { shop } = await twoOwners();
  const email = `ana@${shop.tenant}.example`;
  return { shop, email, name: 'inviteMember', request: { body: { email, roles: ['sales', 'warehouse'] }, key: 'k' } };
}
async function demoting(): Promise<Trial> {
  const { shop, email, id } = await twoOwners();
  return { shop, email, name: 'patchMember', request: { path: [id], body: { roles: ['sales'] } } };
}
async function removing(): Promise<Trial> {
  const { shop, email, id } = await twoOwners();
  return { shop, email, name: 'removeMember', request: { path: [id], key: 'k' } };
}
async function returning(): Promise<Trial> {
  const trial = await removing();
  await trial.shop.done(trial.name, trial.request);
  return { ...trial, name: 'returnMember' };
}

describe.each(Object.entries({ inviting, demoting, removing, returning }))('%s', (_, prepare) => {
  it('ends as it should when it died before or after any of its calls and was sent again', { timeout: 120_000 }, async () => {
    for (const fault of [crashBefore, crashAfter])
      for (let at = 1, hit = true; hit; at += 1) {
        const { shop, name, request, email } = await prepare();
        ({ hit } = await withFault(
          fault,
          (call) => call === at,
          () => shop.ask(name, request),
        ));
        const ended = await shop.done(name, request);
        const [member] = await shop.listed('listMembers', { q: email });
        const user = await userIn(email);
        expect([at, member.state !== 'removed']).toEqual([at, user.enabled]);
        expect([ended.state, ended.roles]).toEqual([member.state, member.roles]);
        const { steps } = await shop.done('getHistory', { query: { record: member.id } });
        expect(steps.filter(({ action }: { action: string }) => action === name)).toHaveLength(1);
      }
  });
});

it('an API client whose making died half-way has one working secret: that of the repeat, or the next', { timeout: 120_000 }, async () => {
  for (const fault of [crashBefore, crashAfter])
    for (let at = 1, hit = true; hit; at += 1) {
      const { shop } = await twoOwners();
      const request = { body: { name: 'Tienda web' }, key: 'k' };
      ({ hit } = await withFault(
        fault,
        (call) => call === at,
        () => shop.ask('createApiClient', request),
      ));
      const client = await shop.done('createApiClient', request);
      const { secret } = client.secret ? client : await shop.done('renewSecret', { path: [client.id] });
      expect((await signIn(client.clientId, secret)).token).toEqual(expect.any(String));
      expect(await shop.listed('listApiClients')).toHaveLength(1);
    }
});
