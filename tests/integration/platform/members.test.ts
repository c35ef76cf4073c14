import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { handler as compareMembers } from '../../../functions/platform/members/compare-members.event.ts';
import { createUsers } from '../../../infra/tools/local/users.ts';
import { Members, OWNERS_ID, OwnerLists } from '../../../shared/domain/platform/members/member.ts';
import { update } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { deployed, send } from '../../support/http.ts';
import { itemsOf } from '../../support/items.ts';
import { SETTINGS, type Shop, shopOf } from '../../support/shop.ts';
import { invitationsTo, setCompanies, signIn, takeUp, userIn } from '../../support/sign-in.ts';

const PASSWORD = 'Aa1-members-of-a-company';
const addressOf = (name: string, shop: Shop): string => `${name}@${shop.tenant}.example`;

/** A company that its owner has set up, `owner@<tenant>.example`. */
async function founded(): Promise<Shop> {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: SETTINGS });
  return shop;
}
const states = async (shop: Shop) => (await shop.listed('listMembers')).map((m) => `${m.email.split('@')[0]} ${m.state} ${m.roles}`);
const by = (email: string) => ({ email });

it('the founder is the first member, and may not go', async () => {
  const shop = await founded();
  const [founder] = await shop.listed('listMembers');
  expect(founder).toMatchObject({ email: addressOf('owner', shop), state: 'active', roles: ['owner'], rev: 1 });
  expect(await shop.done('getMe')).toMatchObject({ memberId: founder.id });
  const self = { status: 422, code: 'member.self', field: 'path.memberId' };
  expect(await shop.refused('removeMember', { path: [founder.id] })).toEqual(self);
  expect(await shop.refused('patchMember', { path: [founder.id], body: { roles: ['sales'] } })).toEqual(self);
  const more = await shop.done('patchMember', { path: [founder.id], body: { name: 'Inés', roles: ['owner'] } });
  expect(more).toMatchObject({ name: 'Inés', roles: ['owner'], rev: 2 });
  expect(await shop.done('getMe')).toMatchObject({ name: 'Inés', memberId: founder.id });
  expect(await shop.refused('inviteMember', { body: { email: founder.email, roles: ['sales'] } })).toMatchObject({ code: 'member.exists' });
});

it('somebody invited gets a mail, signs in with it, and is active from the first request on', async () => {
  const shop = await founded();
  const email = addressOf('ana', shop);
  const body = { email: `Ana@${shop.tenant}.Example`, name: 'Ana Soler', roles: ['warehouse', 'sales', 'sales'], locale: 'es' };
  const made = await shop.done('inviteMember', { body, key: 'ana' });
  expect(made).toMatchObject({ email, name: 'Ana Soler', roles: ['sales', 'warehouse'], locale: 'es', state: 'invited', rev: 1 });
  expect(await userIn(email)).toEqual({ companies: [shop.tenant], enabled: true, status: 'FORCE_CHANGE_PASSWORD' });
  // Once more with the same key: the same answer, and no second mail.
  expect(await shop.done('inviteMember', { body, key: 'ana' })).toEqual(made);
  const [temporary = '', ...others] = await invitationsTo(email);
  expect(others).toEqual([]);
  const token = await takeUp(email, temporary, PASSWORD);
  expect(await shop.done('getMember', { path: [made.id] })).toMatchObject({ state: 'invited' });
  const me = { email, company: shop.tenant, roles: ['sales', 'warehouse'], memberId: made.id, name: 'Ana Soler' };
  for (const _ of [1, 2]) expect((await send('GET /me', { token })).body).toMatchObject(me);
  expect(await shop.done('getMember', { path: [made.id] })).toMatchObject({ state: 'active', rev: 2, updatedBy: email });
  expect(await shop.refused('resendInvitation', { path: [made.id] })).toMatchObject({ status: 422, code: 'member.not_invited' });
  expect(await shop.done('inviteMember', { body, key: 'ana' })).toMatchObject({ id: made.id, state: 'active', rev: 2 });
  expect(await shop.refused('inviteMember', { body: { ...body, name: 'Eva' }, key: 'ana' })).toMatchObject({
    code: 'idempotency.key_reused',
  });
  const { steps } = await shop.done('getHistory', { query: { record: made.id } });
  expect(steps.map((s: { action: string; was?: object }) => [s.action, s.was])).toEqual([
    ['inviteMember', undefined],
    ['getMe', { state: 'invited' }],
  ]);
});

it('an invitation is sent again while it waits', async () => {
  const shop = await founded();
  const { id, email } = await shop.done('inviteMember', { body: { email: addressOf('leo', shop), roles: ['auditor'] } });
  const again = await shop.done('resendInvitation', { path: [id], key: 'again' });
  expect(again).toMatchObject({ state: 'invited', rev: 2 });
  expect(await shop.done('resendInvitation', { path: [id], key: 'again' })).toEqual(again);
  expect(await invitationsTo(email)).toHaveLength(2);
});

it('roles are those of the record, and told in its story', async () => {
  const shop = await founded();
  const { id } = await shop.done('inviteMember', { body: { email: addressOf('ana', shop), roles: ['sales'] } });
  const patched = await shop.done('patchMember', { path: [id], body: { roles: ['accountant', 'owner'], name: 'Ana' } });
  expect(patched).toMatchObject({ roles: ['owner', 'accountant'], name: 'Ana', rev: 2 });
  expect((await shop.done('patchMember', { path: [id], body: { roles: ['owner', 'accountant'] } })).rev).toBe(2);
  expect(await shop.done('patchMember', { path: [id], body: { name: null } })).not.toHaveProperty('name');
  const { steps } = await shop.done('getHistory', { query: { record: id } });
  expect(steps.map((s: { action: string; was?: object }) => [s.action, s.was])).toEqual([
    ['inviteMember', undefined],
    ['patchMember', { name: null, roles: ['sales'] }],
    ['patchMember', { name: 'Ana' }],
  ]);
});

it('somebody removed cannot sign in until let back in', async () => {
  const shop = await founded();
  const { id, email } = await shop.done('inviteMember', { body: { email: addressOf('ana', shop), roles: ['sales'] } });
  const [temporary = ''] = await invitationsTo(email);
  await send('GET /me', { token: await takeUp(email, temporary, PASSWORD) });
  const gone = await shop.done('removeMember', { path: [id], key: 'gone' });
  expect(gone).toMatchObject({ state: 'removed', rev: 3 });
  expect((await userIn(email)).enabled).toBe(false);
  expect((await signIn(email, PASSWORD)).token).toBeUndefined();
  const removed = { status: 422, code: 'member.removed', field: 'path.memberId' };
  expect(await shop.refused('removeMember', { path: [id] })).toEqual(removed);
  expect(await shop.refused('patchMember', { path: [id], body: { roles: ['owner'] } })).toEqual(removed);
  expect(await shop.refused('resendInvitation', { path: [id] })).toEqual(removed);
  expect(await shop.refused('inviteMember', { body: { email, roles: ['sales'] } })).toMatchObject({ status: 409, code: 'member.exists' });
  expect(await states(shop)).toEqual(['ana removed sales', 'owner active owner']);
  expect((await shop.listed('listMembers', { state: 'removed' })).map((m) => m.id)).toEqual([id]);
  expect(await shop.done('returnMember', { path: [id] })).toMatchObject({ state: 'active', roles: ['sales'], rev: 4 });
  expect(await shop.refused('returnMember', { path: [id] })).toMatchObject({ status: 422, code: 'member.not_removed' });
  expect((await signIn(email, PASSWORD)).token).toEqual(expect.any(String));
  // The request that removed them does not do so again.
  expect(await shop.done('removeMember', { path: [id], key: 'gone' })).toMatchObject({ id: gone.id, state: 'active', rev: 4 });
});

it('of two owners who shut each other out at once, one stays', async () => {
  const shop = await founded();
  const other = addressOf('zoe', shop);
  await createUsers(deployed(), [
    { email: other, password: PASSWORD, company: shop.tenant, roles: ['owner'] },
    { email: addressOf('owner', shop), password: PASSWORD, company: shop.tenant, roles: ['owner'] },
  ]);
  await shop.done('getMe', by(other));
  const [founder, second] = await shop.listed('listMembers');
  const answers = await Promise.all([
    shop.ask('removeMember', { path: [second.id] }),
    shop.ask('patchMember', { path: [founder.id], body: { roles: ['sales'] }, ...by(other) }),
  ]);
  const lost = answers.filter(({ status }) => status !== 200);
  expect(lost).toHaveLength(1);
  expect(['member.last_owner', 'member.no_access', 'role.not_allowed']).toContain(lost[0]?.body.code);
  // Whoever is left as the owner may ask.
  const { items } = await shop.done('listMembers', answers[1]?.status === 200 ? by(other) : {});
  const left = items.filter((m: { state: string; roles: string[] }) => m.state === 'active' && m.roles.includes('owner'));
  expect(left).toHaveLength(1);
  expect(await userIn(left[0].email)).toMatchObject({ enabled: true });
  // The one who lost the owner's rights still has a token that names them: it opens no way back.
  const loser = left[0].id === founder.id ? other : founder.email;
  const refused = await shop.refused('createApiClient', { body: { name: 'Puerta trasera' }, ...by(loser) });
  expect(refused.status).toBe(403);
  expect(['member.no_access', 'role.not_allowed']).toContain(refused.code);
});

it('the last owner loses neither role nor access, whoever asks', async () => {
  const shop = await founded();
  const { memberId, email } = await shop.done('getMe', by(addressOf('zoe', shop)));
  await createUsers(deployed(), [{ email, password: PASSWORD, company: shop.tenant, roles: ['owner'] }]);
  // The founder is about to lose the role: that was written, and the rest was cut off.
  const records = recordsOf(shop.tenant);
  const owners = await records.getOrThrow(OwnerLists, OWNERS_ID);
  expect(owners.memberIds).toHaveLength(2);
  await records.commit([update(OwnerLists, owners, { memberIds: [memberId] })]);
  const last = { status: 422, code: 'member.last_owner', field: 'path.memberId' };
  expect(await shop.refused('removeMember', { path: [memberId] })).toEqual(last);
  expect(await shop.refused('patchMember', { path: [memberId], body: { roles: ['sales'] } })).toEqual(last);
  expect(await userIn(email)).toMatchObject({ enabled: true });
  expect(await states(shop)).toEqual(['owner active owner', 'zoe active owner']);
});

it('an address serves two companies, of which neither learns of the other', async () => {
  const [a, b] = [await founded(), await founded()];
  const email = addressOf('ana', a);
  const invited = (made: object) =>
    JSON.stringify({ ...made, id: '', requestId: '', createdAt: '', updatedAt: '', createdBy: '', updatedBy: '', invitedAt: '' });
  const inA = await a.done('inviteMember', { body: { email, roles: ['sales'] } });
  const [temporary = ''] = await invitationsTo(email);
  const first = await takeUp(email, temporary, PASSWORD);
  await send('GET /me', { token: first });
  const before = await itemsOf(a.tenant);
  const inB = await b.done('inviteMember', { body: { email, roles: ['accountant'] } });
  expect(invited({ ...inB, roles: [] })).toBe(invited({ ...inA, roles: [] }));
  // It is told by mail, without a password; asked for again alike.
  await b.done('resendInvitation', { path: [inB.id] });
  expect(await itemsOf(a.tenant)).toEqual(before);
  const as = async (tenant: string, token?: string) => {
    const answer = await send('GET /me', {
      token: token ?? (await signIn(email, PASSWORD)).token,
      headers: { 'trastienda-company': tenant },
    });
    return answer.status === 200 ? answer.body : answer.body.code;
  };
  // A token from before does not name it.
  expect(await as(b.tenant, first)).toBe('member.no_access');
  expect(await as(b.tenant)).toMatchObject({ company: b.tenant, roles: ['accountant'], memberId: inB.id });
  expect(await as(a.tenant)).toMatchObject({ company: a.tenant, roles: ['sales'], memberId: inA.id });
  const token = (await signIn(email, PASSWORD)).token;
  expect((await send('GET /me', { token })).body).toMatchObject({
    company: a.tenant,
    companies: [a, b].map(({ tenant }) => ({ company: tenant, name: SETTINGS.name })),
  });
  expect(await b.done('getMember', { path: [inB.id] })).toMatchObject({ state: 'active' });
  // What one of them does to its member is nothing to the other.
  const unknown = { status: 404, code: 'member.not_found' };
  for (const name of ['removeMember', 'returnMember', 'resendInvitation', 'getMember'])
    expect(await b.refused(name, { path: [inA.id] })).toMatchObject(unknown);
  const writes = async () =>
    (await send('POST /customers', { token, headers: { 'trastienda-company': b.tenant }, body: { name: 'Norte' } })).body;
  expect(await writes()).toMatchObject({ name: 'Norte' });
  await b.done('removeMember', { path: [inB.id] });
  expect(await writes()).toMatchObject({ code: 'member.no_access' });
  expect(await as(a.tenant)).toMatchObject({ company: a.tenant, roles: ['sales'] });
  expect(await userIn(email)).toMatchObject({ companies: [a.tenant], enabled: true });
  expect(await b.done('returnMember', { path: [inB.id] })).toMatchObject({ state: 'active' });
  // The first company lets them go: the other one is theirs.
  await a.done('removeMember', { path: [inA.id] });
  expect(await userIn(email)).toMatchObject({ companies: [b.tenant], enabled: true });
  expect((await send('GET /me', { token: (await signIn(email, PASSWORD)).token })).body).toMatchObject({ company: b.tenant });
});

it('a request that was cut off after the user pool is finished by its repeat', async () => {
  const shop = await founded();
  const email = addressOf('ana', shop);
  // As far as the first try came: a user of the company without a record.
  await createUsers(deployed(), [{ email, password: PASSWORD, company: shop.tenant, roles: ['auditor'] }]);
  const body = { email, roles: ['sales'] };
  const answers = await Promise.all(Array.from({ length: 5 }, () => shop.ask('inviteMember', { body, key: 'ana' })));
  expect([...new Set(answers.map((x) => `${x.status} ${JSON.stringify(x.body)}`))]).toHaveLength(1);
  expect(answers[0]).toMatchObject({ status: 201, body: { state: 'invited', roles: ['sales'], rev: 1 } });
});

it('invited by several at once with different roles, somebody has those of the one record', async () => {
  const shop = await founded();
  const email = addressOf('ana', shop);
  const roles = ['sales', 'warehouse', 'auditor', 'accountant'];
  const answers = await Promise.all(roles.map((role) => shop.ask('inviteMember', { body: { email, roles: [role] } })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(await shop.listed('listMembers', { q: email })).toHaveLength(1);
  // Cognito takes an address once; the emulator may let two requests of the same instant in, and mail to both.
  expect(await invitationsTo(email)).not.toHaveLength(0);
});

it('is asked for by address and roles', async () => {
  const shop = await founded();
  const field = async (body: object) => (await shop.refused('inviteMember', { body })).field;
  expect(await field({ email: 'nobody', roles: ['sales'] })).toBe('body.email');
  expect(await field({ email: 'a@b.example', roles: [] })).toBe('body.roles');
  expect(await field({ email: 'a@b.example', roles: ['boss'] })).toBe('body.roles.0');
  expect(await field({ email: 'a@b.example', roles: ['sales'], locale: 'fr' })).toBe('body.locale');
  expect(await shop.refused('inviteMember', { body: { email: 'x@clients.trastienda.invalid', roles: ['sales'] } })).toEqual({
    status: 400,
    code: 'member.email',
    field: 'body.email',
  });
  for (const roles of [['accountant'], ['auditor']] as const) {
    expect((await shop.done('listMembers', { roles })).items.map((m: { email: string }) => m.email)).toContain(addressOf('owner', shop));
    const asking = { roles, body: { email: addressOf('eva', shop), roles: ['owner'] } };
    expect(await shop.refused('inviteMember', asking)).toMatchObject({ status: 403, code: 'role.not_allowed' });
  }
  expect(await shop.refused('listMembers', { roles: ['sales'] })).toMatchObject({ status: 403 });
});

it('lists page by page, by words', async () => {
  const shop = await founded();
  const names = ['bea', 'carla', 'dani'].map((name) => `${name}${randomBytes(2).toString('hex')}`);
  for (const name of names) await shop.done('inviteMember', { body: { email: addressOf(name, shop), name: 'Equipo', roles: ['sales'] } });
  expect((await shop.listed('listMembers', { limit: '1' })).map((m) => m.email.split('@')[0])).toEqual([...names, 'owner']);
  expect(await shop.listed('listMembers', { q: 'equipo' })).toHaveLength(3);
  expect((await shop.listed('listMembers', { q: names[1] ?? '' })).map((m) => m.state)).toEqual(['invited']);
});

it('the nightly comparison makes the user pool agree with the records, which decide', { timeout: 180_000 }, async () => {
  const [a, b] = [await founded(), await founded()];
  const emails = ['ana', 'leo', 'eva'].map((name) => addressOf(name, a));
  await createUsers(
    deployed(),
    emails.map((email) => ({ email, password: PASSWORD, company: a.tenant, roles: [] })),
  );
  const [ana, leo, eva] = await Promise.all(emails.map((email) => b.done('inviteMember', { body: { email, roles: ['sales'] } })));
  const inPool = async (email: string) => (await userIn(email)).companies;
  for (const email of emails) expect(await inPool(email)).toEqual([a.tenant, b.tenant]);
  const records = recordsOf(b.tenant);
  const edited = async (id: string, change: object) => {
    const before = await records.getOrThrow(Members, id);
    await records.commit([update(Members, before, { ...before, ...change })]);
  };
  // Written, and the pool was not reached; the pool's own writes that crossed; a factor that was switched off past us.
  await edited(ana.id, { state: 'removed' });
  await setCompanies(emails[1] ?? '', a.tenant);
  await edited(eva.id, { state: 'active', secondFactorSince: '2026-03-01T09:00:00.000Z' });
  expect((await compareMembers(undefined)).mended).toBeGreaterThanOrEqual(3);
  expect(await Promise.all(emails.map(inPool))).toEqual([[a.tenant], [a.tenant, b.tenant], [a.tenant, b.tenant]]);
  expect(await b.done('getMember', { path: [eva.id] })).not.toHaveProperty('secondFactorSince');
  expect(await b.done('getMember', { path: [leo.id] })).toMatchObject({ state: 'invited', rev: 1 });
  const before = await itemsOf(b.tenant);
  await compareMembers(undefined);
  expect(await itemsOf(b.tenant)).toEqual(before);
});
