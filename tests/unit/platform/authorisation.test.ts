import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { memberIdOf } from '../../../functions/platform/members/presence-store.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { MODULES } from '../../../shared/api/modules.ts';
import { COMPANY_ID, Companies, type CompanyData } from '../../../shared/domain/platform/company/company.ts';
import { ApiClients, clientIdOf } from '../../../shared/domain/platform/members/api-client.ts';
import { type Member, Members } from '../../../shared/domain/platform/members/member.ts';
import { CompanyRoles } from '../../../shared/domain/platform/members/role.ts';
import type { ActionSpec, ModuleSpec } from '../../../shared/kernel/action.ts';
import { isSensitive, PERMISSION_NAMES, type Permission } from '../../../shared/kernel/permission.ts';
import { type Change, create } from '../../../shared/kernel/record.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { unknownId } from '../../support/every-action.ts';
import { useMemoryTable } from '../../support/memory-table.ts';

type Handler = (event: object, context: object) => Promise<{ statusCode: number; body: string; headers: Readonly<Record<string, string>> }>;
interface Guarded {
  readonly name: string;
  readonly spec: ActionSpec;
  readonly handler: () => Handler;
}

const table = useMemoryTable();
const handlers = new Map<string, Handler>();
const keyOf = (module: ModuleSpec, { profile }: ActionSpec): string => `${module.name}/${profile}`;

/** Every action that needs a permission, with the function that serves it on AWS. */
const GUARDED: readonly Guarded[] = MODULES.flatMap((module) =>
  Object.entries(module.actions).flatMap(([name, spec]) =>
    spec.permission === 'public' ? [] : [{ name, spec, handler: () => handlers.get(keyOf(module, spec)) as Handler }],
  ),
);
const needing = GUARDED.filter(({ spec }) => spec.permission !== 'member');

beforeAll(async () => {
  const files = new Set(MODULES.flatMap((module) => Object.values(module.actions).map((spec) => keyOf(module, spec))));
  for (const file of files) handlers.set(file, (await import(join(ROOT, `functions/${file}.ts`))).handler);
}, 60_000);

let tenant = '';
let count = 0;
/** A process remembers for a minute who may do what: so that nothing is remembered, another company. */
function anotherCompany(): void {
  table.clear();
  count += 1;
  tenant = `t${count}`;
}
beforeEach(anotherCompany);

const enter = (of: string, ...changes: Change[]) =>
  new Records(of, { by: 'setup', request: 'setup', action: 'setup', at: new Date() }).commit(changes);
const ANA = 'ana@lumbre.example';
const member = (roles: readonly string[], state: Member['state'] = 'active') =>
  create(Members, memberIdOf(tenant, ANA), { email: ANA, roles: [...roles], state });
const OWN_ROLE = 'rol_01JDG8ZK5T7QWERTY2MNPQRSTV';
const role = (permissions: readonly Permission[]) =>
  create(CompanyRoles, OWN_ROLE, {
    name: 'Own',
    grants: permissions.map((permission) => ({ permission, scope: 'all' as const })),
    state: 'active',
  });
const COMPANY: CompanyData = {
  name: 'Lumbre, S.L.',
  taxId: 'B12345674',
  address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  email: 'hola@lumbre.example',
  timeZone: 'Europe/Madrid',
  policies: { shortage: 'refuse', invoiceOn: 'shipment', secondFactor: 'required' },
  fiscalYears: ['2026'],
  walkInCustomerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV',
};

/** What an action answers to a request that names records which are not there, and no body. */
async function ask({ spec, handler }: Guarded, claims: object = {}, headers: object = {}) {
  const [method = '', template = ''] = spec.route.split(' ');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const answer = await handler()(
    {
      version: '2.0',
      routeKey: spec.route,
      rawPath: template,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k', ...headers },
      pathParameters: Object.fromEntries(names.map((name) => [name, unknownId('ord')])),
      queryStringParameters: {},
      body: '{}',
      isBase64Encoded: false,
      requestContext: {
        requestId: 'r',
        http: { method, path: template },
        authorizer: { jwt: { claims: { 'custom:tenant': tenant, email: ANA, sub: 'u', ...claims } } },
      },
    },
    {},
  );
  return { status: answer.statusCode, code: (JSON.parse(answer.body) as { code?: string }).code, wait: answer.headers['retry-after'] };
}

/** Actions that answer anything but this refusal. */
async function notRefused(actions: readonly Guarded[], code: string, claims?: object, headers?: object): Promise<string[]> {
  const before = table.writes();
  const answers = await Promise.all(actions.map(async (action) => ({ name: action.name, ...(await ask(action, claims, headers)) })));
  expect(table.writes()).toBe(before);
  return answers.flatMap((answer) =>
    answer.status === 403 && answer.code === code ? [] : [`${answer.name}: ${answer.status} ${answer.code}`],
  );
}

describe('every action', () => {
  it('is refused to a member who has every permission but the one that it needs', async () => {
    for (const permission of new Set(needing.map(({ spec }) => spec.permission as Permission))) {
      anotherCompany();
      await enter(tenant, member([OWN_ROLE]), role(PERMISSION_NAMES.filter((name) => name !== permission)));
      const actions = needing.filter(({ spec }) => spec.permission === permission);
      expect(await notRefused(actions, 'role.not_allowed'), permission).toEqual([]);
    }
  });

  it('is refused to a member without a role, and to one whose role was retired', async () => {
    await enter(tenant, member([]));
    expect(await notRefused(needing, 'role.not_allowed')).toEqual([]);
  });

  it('is refused for want of rights to no owner', async () => {
    await enter(tenant, member(['owner']));
    const answers = await Promise.all(GUARDED.map(async (action) => ({ name: action.name, ...(await ask(action)) })));
    expect(answers.filter(({ status }) => status === 403)).toEqual([]);
  });

  it('is refused to whom the company does not know, whatever the token says of them', async () => {
    expect(await notRefused(GUARDED, 'member.no_access', { 'cognito:groups': ['accountant'], roles: 'owner' })).toEqual([]);
  });

  it('is refused to whom another company knows: rights end with the company', async () => {
    const own = tenant;
    await enter(own, member(['owner']));
    tenant = `${own}b`;
    expect(await notRefused(GUARDED, 'member.no_access')).toEqual([]);
  });

  it('is refused in a company that the token does not name, and in one that it names but that does not know them', async () => {
    const [own, other] = [tenant, `${tenant}b`];
    await enter(own, member(['owner']));
    tenant = other;
    await enter(other, member(['owner']));
    const inOther = { 'trastienda-company': other };
    expect(await notRefused(GUARDED, 'member.no_access', { 'custom:tenant': own }, inOther)).toEqual([]);
    const both = { 'custom:tenant': own, 'custom:companies': `${other} ${own}c` };
    expect(await notRefused(GUARDED, 'member.no_access', both, { 'trastienda-company': `${own}c` })).toEqual([]);
    expect((await notRefused(GUARDED, 'member.no_access', both, inOther)).length).toBe(GUARDED.length);
  });

  it('is refused to a removed owner, and to a removed program', async () => {
    const client = 'apc_01JDG8ZK5T7QWERTY2MNPQRSTV';
    await enter(tenant, member(['owner'], 'removed'), create(ApiClients, client, { name: 'Shop', state: 'removed', secretSince: '' }));
    expect(await notRefused(GUARDED, 'member.no_access')).toEqual([]);
    expect(await notRefused(GUARDED, 'member.no_access', { email: clientIdOf(client) })).toEqual([]);
  });

  it('is refused to a token without a company', async () => {
    expect(await notRefused(GUARDED, 'token.no_company', { 'custom:tenant': '' })).toEqual([]);
  });

  it('of a company that has sent more than its share is refused until the next window, and no other company’s', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 10, 12) });
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0);
    await enter(tenant, member(['owner']));
    const [first] = GUARDED as [Guarded];
    table.use(1_000_000);
    expect((await ask(first)).status).not.toBe(429);
    for (const action of GUARDED) expect(await ask(action)).toEqual({ status: 429, code: 'company.too_fast', wait: '5' });
    expect((await ask(first, { 'custom:tenant': `${tenant}b` })).status).toBe(403);
    vi.setSystemTime(Date.UTC(2026, 2, 10, 12, 0, 5));
    expect((await ask(first)).status).not.toBe(429);
    chance.mockRestore();
    vi.useRealTimers();
  });

  it('that is sensitive waits for a second factor where the company asks for it, and no other does', async () => {
    await enter(tenant, member(['owner']), create(Companies, COMPANY_ID, COMPANY));
    const sensitive = needing.filter(({ spec }) => isSensitive(spec.permission as Permission));
    expect(sensitive.length).toBeGreaterThan(20);
    expect(await notRefused(sensitive, 'second_factor.required')).toEqual([]);
    const others = GUARDED.filter((action) => !sensitive.includes(action));
    expect((await notRefused(others, 'second_factor.required')).length).toBe(others.length);
  });
});
