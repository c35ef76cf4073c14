import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import { ACTIONS, eachOf, type NamedAction, routeWith, unknownId, withIds } from '../../support/every-action.ts';
import { send, type Tenant } from '../../support/http.ts';
import { type LivingCompany, livingCompany } from '../../support/http-company.ts';
import { itemsOf } from '../../support/items.ts';
import { PAID_MONTH } from '../../support/people-things.ts';
import { foundCompany } from '../../support/trading-company.ts';

/** Which kind of id a path or query parameter takes: the first that its pattern names. */
const prefixOf = (schema: ActionSpec['path'] | ActionSpec['query'], parameter: string): string => {
  const { pattern = '' } = propertiesOf(schema)[parameter] ?? {};
  return /^\^\(?([a-z]{2,4})\b/.exec(pattern.replace('_', ' '))?.[1] ?? '';
};
const propertiesOf = (schema: ActionSpec['path'] | ActionSpec['query']): Readonly<Record<string, { readonly pattern?: string }>> =>
  ((schema ? z.toJSONSchema(schema, { io: 'input' }).properties : undefined) as never) ?? {};
const takesId = (parameter: string): boolean => /[a-z]Id$/.test(parameter);
/** Ids and accounts are a company's; periods, and names of statements and forms, are everybody's. */
const isOfCompany = (parameter: string): boolean => takesId(parameter) || parameter === 'code';

/** Queries that find our record, and say what it lacks for an answer: a file that the run made, a certificate to sign with. */
const LACKING: Readonly<Record<string, string>> = {
  getRunFile: '422 run.no_file',
  getSalaryFile: '422 payroll_run.state',
  getPayslipFile: '422 payslip.not_final',
  getGestoriaFile: '422 gestoria.codes_missing',
  getSettlement: '404 settlement.not_found',
  getEvidencePack: '404 evidence-pack.not_found',
  getEmployeeDocumentLink: '404 attachment.not_found',
  getClosePack: '404 close_pack.not_found',
};

interface Attempt extends NamedAction {
  /** The request with ids given by `idOf`, and an account by `account`. */
  readonly ask: (idOf: (prefix: string) => string, account: string) => { readonly route: string; readonly body: unknown };
}

/** Queries whose parameters are ids, and every action whose path or body holds one. */
function attempts(): Attempt[] {
  return ACTIONS.flatMap(({ name, spec }): Attempt[] => {
    const parameters = [...spec.route.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter ?? '').filter(isOfCompany);
    const example = spec.body ? (spec.example?.body ?? {}) : undefined;
    const asks = queryIds(spec);
    if (parameters.length === 0 && withIds(example, () => '').replaced === 0 && asks.length === 0) return [];
    return [
      {
        name,
        spec,
        ask: (idOf, account) => ({
          route: `${routeWith(spec.route, (p) => (p === 'code' ? account : (PLACES[p] ?? idOf(prefixOf(spec.path, p)))))}${queryOf(asks, neededBy(spec), (name) => idOf(name === 'record' ? 'ord' : prefixOf(spec.query, name)))}`,
          body: withIds(example, idOf).body,
        }),
      },
    ];
  });
}

/** Parameters that name no record: a period, and a place in one. */
const PLACES: Readonly<Record<string, string>> = {
  ...{ period: '2026-01', no: '1', month: PAID_MONTH, place: PAID_MONTH, check: 'suspense', run: '1' },
};
/** The id of a close says its month. */
/** Ids that are a month or a number, of what nobody has. */
const NUMBERED: Readonly<Record<string, string>> = { mcl: 'mcl_209912R', bsl: 'bsl_999999' };
const nobodysId = (prefix: string): string => NUMBERED[prefix] ?? unknownId(prefix);
const queryIds = ({ query }: ActionSpec): string[] => Object.keys(propertiesOf(query)).filter((name) => takesId(name) || name === 'record');
const NEEDED: Readonly<Record<string, string>> = { period: '2026-1T', month: '2026-01', date: '2026-09-30', cause: 'objective' };
/** What a query cannot be asked without, beside ids. */
const neededBy = ({ query }: ActionSpec): string[] => {
  const { required = [] } = query ? z.toJSONSchema(query, { io: 'input' }) : {};
  return required.flatMap((name) => (Object.hasOwn(NEEDED, name) ? [`${name}=${NEEDED[name]}`] : []));
};
const queryOf = (names: readonly string[], needed: readonly string[], idNamed: (name: string) => string): string => {
  const parts = [...names.map((name) => `${name}=${idNamed(name)}`), ...needed];
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

describe('another company’s records', () => {
  let ours: LivingCompany;
  let other: Tenant;
  const all = attempts();

  beforeAll(async () => {
    [ours, other] = await Promise.all([livingCompany(), foundCompany()]);
    // Whoever is asked about a colleague learns of it alone: not even an owner gets such an id.
    ours = { ...ours, ids: { pfr: unknownId('pfr'), ...ours.ids } };
  });

  test('this test knows an id of every kind that an action takes', () => {
    const unknown = all.flatMap(({ name, spec }) =>
      [...spec.route.matchAll(/\{(\w+)\}/g)]
        .map(([, parameter]) => parameter ?? '')
        .filter((parameter) => takesId(parameter) && !ours.ids[prefixOf(spec.path, parameter)])
        .map((parameter) => `${name}: ${parameter}`),
    );
    expect(unknown).toEqual([]);
    expect(all.length).toBeGreaterThan(30);
  });

  test('with its own token, every one of these requests finds our record', async () => {
    const reads = all.filter(({ spec }) => spec.route.startsWith('GET '));
    const wrong: unknown[] = [];
    for (const { name, ask } of reads) {
      const { route } = ask((prefix) => ours.ids[prefix] ?? '', ours.account);
      const { status, body } = await send(route, { token: ours.tokens.owner });
      const said = status === 200 ? undefined : `${status} ${body.code}`;
      if (said !== LACKING[name]) wrong.push([name, said]);
    }
    expect(wrong).toEqual([]);
  });

  test('are to everybody else as if they did not exist: the same answer as for an id that nobody has, and no change', {
    timeout: 180_000,
  }, async () => {
    const before = { ours: await itemsOf(ours.name), other: await itemsOf(other.name) };
    const wrong: unknown[] = [];
    await eachOf(all, async ({ name, spec, ask }) => {
      const token = other.tokens.owner;
      const real = ask((prefix) => ours.ids[prefix] ?? '', ours.account);
      const unknown = ask(nobodysId, '4300002');
      const [found, nothing] = await Promise.all([
        send(real.route, { token, body: real.body }),
        send(unknown.route, { token, body: unknown.body }),
      ]);
      const masked = [found, nothing].map(({ status, text }) => `${status} ${mask(text)}`);
      const refused = [400, 404, 422].includes(found.status);
      const emptyList = found.status === 200 && found.body.items?.length === 0;
      if (masked[0] !== masked[1] || !(refused || emptyList)) wrong.push({ name, masked });
      if (spec.path && !spec.query && spec.route.startsWith('GET ') && found.status !== 404) wrong.push({ name, status: found.status });
    });
    expect(wrong).toEqual([]);
    expect({ ours: await itemsOf(ours.name), other: await itemsOf(other.name) }).toEqual(before);
  });
});

/** Without what differs from request to request: ids, the account's code, and the request's own id. */
const mask = (text: string): string =>
  text
    .replace(/"requestId":"[^"]*"/, '')
    .replace(/\b[a-z]{2,4}_[0-9A-Za-z_.-]{5,}[0-9A-Za-z]/g, '<id>')
    .replace(/\b430000\d\b/g, '<account>');
