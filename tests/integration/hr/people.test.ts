import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as pay } from '../../../functions/hr/payroll/commands.ts';
import { handler as payQueries } from '../../../functions/hr/payroll/queries.ts';
import { handler as commands } from '../../../functions/hr/people/commands.ts';
import { handler as queries } from '../../../functions/hr/people/queries.ts';
import { handler as audit } from '../../../functions/platform/audit/queries.ts';
import { Employees } from '../../../shared/domain/hr/people/employee.ts';
import { update } from '../../../shared/kernel/record.ts';
import { dynamo, marshall, tableName } from '../../../shared/runtime/dynamo.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { type Call, call, newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';

const tenant = newTenant();
const at = (name: string) => `${name}@${tenant}.example`;
type Who = Pick<Call, 'roles' | 'email'>;
const HR: Who = { roles: ['hr'], email: at('hr') };
const PAYROLL: Who = { roles: ['payroll'], email: at('payroll') };
const BOSS: Who = { roles: ['manager'], email: at('boss') };
const LEAD: Who = { roles: ['manager'], email: at('lead') };
const CLERK: Who = { roles: ['employee'], email: at('clerk') };
const OTHER: Who = { roles: ['employee'], email: at('other') };

const ask = (handler: typeof commands, template: string, who: Who, path: Record<string, string> = {}, rest: Partial<Call> = {}) => {
  const route = Object.entries(path).reduce((text, [name, value]) => text.replace(`{${name}}`, value), template);
  return call(handler as never, route, template, { tenant, ...who, ...rest });
};
const enter = async (givenName: string, email: string, more: object = {}) =>
  (
    await ask(
      commands,
      'POST /people/employees',
      HR,
      {},
      { body: { givenName, familyName: 'Vega', email, startDate: '2024-01-01', position: 'Ventas', ...more } },
    )
  ).body;
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const TERMS = {
  ...{ from: '2024-01-01', group: '7', contract: 'indefinite', annual: eur('24000.00'), extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
};

const ids: Record<'boss' | 'lead' | 'clerk' | 'other', string> = { boss: '', lead: '', clerk: '', other: '' };

beforeAll(async () => {
  await newCompany(tenant);
  ids.boss = (await enter('Berta', at('boss'))).id;
  ids.lead = (await enter('Lidia', at('lead'), { managerId: ids.boss })).id;
  ids.clerk = (await enter('Clara', at('clerk'), { managerId: ids.lead })).id;
  ids.other = (await enter('Óscar', at('other'))).id;
  for (const [employeeId, taxId] of [
    [ids.lead, '87654321X'],
    [ids.clerk, '12345678Z'],
  ] as const) {
    await ask(
      commands,
      'PUT /people/employees/{employeeId}/personal',
      HR,
      { employeeId },
      { body: { taxId, birthDate: '1990-05-04', family: [] } },
    );
    await ask(pay, 'POST /payroll/employees/{employeeId}/terms', PAYROLL, { employeeId }, { body: TERMS });
  }
});

const names = async (who: Who, query: Record<string, string> = {}) =>
  (await ask(queries, 'GET /people/employees', who, {}, { query })).body.items.map(({ givenName }: { givenName: string }) => givenName);
const get = (who: Who, employeeId: string) => ask(queries, 'GET /people/employees/{employeeId}', who, { employeeId });
const personal = (who: Who, employeeId: string) => ask(commands, 'GET /people/employees/{employeeId}/personal', who, { employeeId });
const terms = (who: Who, employeeId: string) => ask(payQueries, 'GET /payroll/employees/{employeeId}/terms', who, { employeeId });
const preview = (who: Who, employeeId: string, month = '2026-01') =>
  ask(payQueries, 'GET /payroll/employees/{employeeId}/preview', who, { employeeId }, { query: { month } });

describe('who sees whom', () => {
  it('shows everybody to HR, whom they lead and themselves to managers, oneself to employees; search and state tell no more', async () => {
    expect(await names(HR)).toEqual(['Berta', 'Clara', 'Lidia', 'Óscar']);
    expect(await names(BOSS)).toEqual(['Berta', 'Clara', 'Lidia']);
    expect(await names(LEAD)).toEqual(['Clara', 'Lidia']);
    expect(await names(CLERK)).toEqual(['Clara']);
    expect(await names(CLERK, { q: 'lidia' })).toEqual([]);
    expect(await names(OTHER, { state: 'active' })).toEqual(['Óscar']);
  });

  it('answers of somebody out of reach as of nobody', async () => {
    expect([(await get(CLERK, ids.lead)).body.code, (await get(LEAD, ids.boss)).body.code]).toEqual([
      'employee.not_found',
      'employee.not_found',
    ]);
    expect((await get(BOSS, ids.clerk)).status).toBe(200);
  });

  it('shows personal data to HR, payroll and whose they are; a manager sees none of whom they lead', async () => {
    expect((await personal(HR, ids.clerk)).body.taxId).toBe('12345678Z');
    expect((await personal(CLERK, ids.clerk)).status).toBe(200);
    for (const who of [BOSS, LEAD, OTHER]) expect((await personal(who, ids.clerk)).body.code).toBe('personal-file.not_found');
  });

  it('shows pay to payroll and whose it is: neither to a manager nor to HR', async () => {
    expect((await terms(PAYROLL, ids.clerk)).body.terms[0].annual).toEqual(eur('24000.00'));
    expect((await preview(CLERK, ids.clerk)).status).toBe(200);
    for (const who of [BOSS, LEAD, HR, OTHER])
      for (const answer of [await terms(who, ids.clerk), await preview(who, ids.clerk)])
        expect(answer.body.code).toBe('employee.not_found');
  });
});

describe('nobody reaches the pay of another', () => {
  const patch = (who: Who, employeeId: string, email: string | null) =>
    ask(commands, 'PATCH /people/employees/{employeeId}', who, { employeeId }, { body: { email } });

  it('by an address: HR neither takes one for itself nor moves that of somebody who has pay', async () => {
    expect((await patch(HR, ids.other, at('hr'))).body.code).toBe('employee.own_address');
    expect((await patch(HR, ids.clerk, null)).body.code).toBe('employee.address_of_paid');
    expect((await patch(HR, ids.clerk, at('accomplice'))).body.code).toBe('employee.address_of_paid');
    expect((await enter('Yo', at('hr'))).code).toBe('employee.own_address');
    expect((await terms(HR, ids.clerk)).body.code).toBe('employee.not_found');
  });

  it('and nobody sets their own', async () => {
    const own = await ask(
      commands,
      'POST /people/employees',
      { roles: ['owner'], email: at('owner') },
      {},
      {
        body: { givenName: 'Paz', familyName: 'Nómina', email: at('payroll'), startDate: '2024-01-01', position: 'Nóminas' },
      },
    );
    const set = (who: Who) => ask(pay, 'POST /payroll/employees/{employeeId}/terms', who, { employeeId: own.body.id }, { body: TERMS });
    expect((await set(PAYROLL)).body).toMatchObject({ status: 403, code: 'pay_terms.own' });
    expect((await set({ roles: ['owner'], email: at('owner') })).status).toBe(200);
  });

  it('and nobody is entered twice', async () => {
    const body = { taxId: '12345678Z', birthDate: '1990-05-04', family: [] };
    const again = await ask(commands, 'PUT /people/employees/{employeeId}/personal', HR, { employeeId: ids.other }, { body });
    expect(again.body).toMatchObject({ status: 409, code: 'employee.tax_id_taken' });
  });
});

describe('lines', () => {
  it('follow who moves, with all below', async () => {
    const assign = (managerId: string) =>
      ask(
        commands,
        'POST /people/employees/{employeeId}/assignments',
        HR,
        { employeeId: ids.lead },
        { body: { from: '2026-01-01', position: 'Encargada', managerId } },
      );
    expect((await assign(ids.clerk)).body.code).toBe('employee.circular');
    const later = { from: '2199-01-01', position: 'Encargada', managerId: ids.other };
    const refused = await ask(commands, 'POST /people/employees/{employeeId}/assignments', HR, { employeeId: ids.lead }, { body: later });
    expect(refused.body.code).toBe('employee.manager_later');
    expect((await assign(ids.other)).status).toBe(200);
    expect(await names(BOSS)).toEqual(['Berta']);
    expect((await assign(ids.boss)).status).toBe(200);
    expect(await names(BOSS)).toEqual(['Berta', 'Clara', 'Lidia']);
  });

  it('give an address to one employee alone, and a changed one back', async () => {
    const patch = (email: string | null) =>
      ask(commands, 'PATCH /people/employees/{employeeId}', HR, { employeeId: ids.other }, { body: { email } });
    expect((await patch(at('clerk'))).body.code).toBe('employee.address_taken');
    expect((await patch(at('moved'))).status).toBe(200);
    expect(await names(OTHER)).toEqual([]);
    expect((await patch(at('other'))).status).toBe(200);
    expect(await names(OTHER)).toEqual(['Óscar']);
    expect((await enter('Doble', at('clerk'))).code).toBe('employee.address_taken');
  });
});

describe('the preview', () => {
  it('is the worked example: 1,352.69 in January, 2,835.38 in June, each number with its row', async () => {
    const { body } = await preview(PAYROLL, ids.clerk);
    expect([body.net, body.worker, body.company, body.rate.percent]).toEqual([eur('1352.69'), eur('130.00'), eur('643.00'), '13.51']);
    expect(body.contributions[1]).toMatchObject({
      kind: 'equity',
      workerPercent: '0.15',
      row: 'es.ss.general.2026',
      norm: 'Orden PJC/297/2026',
    });
    expect((await preview(PAYROLL, ids.clerk, '2026-06')).body.net).toEqual(eur('2835.38'));
    expect(
      body.entry.map(({ account, debit, credit }: Record<string, { amount: string }>) => [account, debit?.amount, credit?.amount]),
    ).toEqual([
      ['640', '1714.29', '0.00'],
      ['642', '643.00', '0.00'],
      ['476', '0.00', '773.00'],
      ['4751', '0.00', '231.60'],
      ['465', '0.00', '1352.69'],
    ]);
    const query = { month: '2026-01', net: '1500.00' };
    const wanted = await ask(payQueries, 'GET /payroll/employees/{employeeId}/preview', PAYROLL, { employeeId: ids.clerk }, { query });
    expect(Number(wanted.body.net.amount)).toBeGreaterThanOrEqual(1500);
    expect(Number(wanted.body.net.amount)).toBeLessThan(1500.3);
  });

  it('refuses a month without rows, pay without terms, and pay without personal data', async () => {
    expect((await preview(PAYROLL, ids.clerk, '2027-01')).body).toMatchObject({ code: 'payroll.no_row' });
    expect((await preview(PAYROLL, ids.other)).body).toMatchObject({ code: 'payroll.no_terms', field: 'path.employeeId' });
  });

  it('regularises a rise of June in its month alone: 13.51 % before, 15.64 % from then on', async () => {
    const { id: employeeId } = await enter('Rita', at('rita'));
    const body = { taxId: '11111111H', birthDate: '1990-05-04', family: [] };
    await ask(commands, 'PUT /people/employees/{employeeId}/personal', HR, { employeeId }, { body });
    for (const [from, annual] of [
      ['2024-01-01', '24000.00'],
      ['2026-06-01', '28114.28'],
    ] as const)
      await ask(
        pay,
        'POST /payroll/employees/{employeeId}/terms',
        PAYROLL,
        { employeeId },
        { body: { ...TERMS, from, annual: eur(annual), extraMonths: [] } },
      );
    const rates = await Promise.all(['2026-01', '2026-05', '2026-06', '2026-12'].map((month) => preview(PAYROLL, employeeId, month)));
    expect(rates.map(({ body: { rate } }) => rate.percent)).toEqual(['13.51', '13.51', '15.64', '15.64']);
  });

  it('settles a leaving: objective, from 2024-01-01 to 2026-09-30', async () => {
    const query = { date: '2026-09-30', cause: 'objective', taken: '15' };
    const { body } = await ask(payQueries, 'GET /payroll/employees/{employeeId}/settlement', PAYROLL, { employeeId: ids.clerk }, { query });
    // 33 months: 20 × 33 / 12 = 55 days of 24,000 / 365; holiday 22.44 − 15; December's extra pay 92/184 of 1,714.23.
    expect(body).toMatchObject({ severanceDays: '55', severance: eur('3616.44'), holidayDays: '7.44', holiday: eur('489.21') });
    expect(body.extraPays).toEqual([{ month: '2026-12', from: '2026-07-01', to: '2026-09-30', amount: eur('857.12') }]);
  });
});

describe('what is personal', () => {
  const readings = (who: Who, employeeId: string) => ask(commands, 'GET /people/employees/{employeeId}/readings', who, { employeeId });
  const erase = (who: Who, employeeId: string, rest: Partial<Call> = {}) =>
    ask(commands, 'POST /people/employees/{employeeId}/erasure', who, { employeeId }, rest);
  const story = (who: Who, record: string) => ask(audit as never, 'GET /audit', who, {}, { query: { record } });
  const file = { birthDate: '1990-05-04', family: [], iban: 'ES9121000418450200051332' };
  const enterWithFile = async (givenName: string, taxId: string) => {
    const { id } = await enter(givenName, at(givenName.toLowerCase()));
    const put = (body: object) => ask(commands, 'PUT /people/employees/{employeeId}/personal', HR, { employeeId: id }, { body });
    expect((await put({ ...file, taxId })).status).toBe(200);
    await put({ ...file, taxId, phone: '600 000 001' });
    return id;
  };
  const records = () => new Records(tenant, { by: 'test', request: 'r', action: 'leave', at: new Date() });
  const leave = async (employeeId: string, endDate: string) => {
    const before = await records().getOrThrow(Employees, employeeId);
    await records().save([update(Employees, before, { ...before, state: 'left', endDate })]);
  };

  it('is stored under the key of the person, wrapped by KMS: the table holds nothing of it', async () => {
    const id = await enterWithFile('Sara', '00000002W');
    const { Item } = await dynamo.send(
      new GetItemCommand({ TableName: tableName(), Key: marshall({ pk: `${tenant}#personal-file#pef_${id.slice(4)}`, sk: '#' }) }),
    );
    const text = JSON.stringify(Item);
    expect([text.includes('sealed'), ...['00000002W', file.iban, '1990-05-04', '600'].map((one) => text.includes(one))]).toEqual([
      true,
      ...[false, false, false, false],
    ]);
    expect((await personal(HR, id)).body).toMatchObject({ taxId: '00000002W', iban: file.iban });
    expect((await story(HR, `pef_${id.slice(4)}`)).body.steps.at(-1).was).toMatchObject({ taxId: '00000002W' });
  });

  it('is read with a trace, once a reader and day, of others alone; HR and whose it is see it', async () => {
    const id = await enterWithFile('Tere', '00000003A');
    await personal(HR, id);
    await personal(HR, id);
    await personal(PAYROLL, id);
    await personal({ roles: ['employee'], email: at('tere') }, id);
    const { body } = await readings(HR, id);
    expect(body.items.map(({ by, what }: Record<string, string>) => [by, what]).sort()).toEqual([
      [at('hr'), 'personal-data'],
      [at('payroll'), 'personal-data'],
    ]);
    expect((await readings({ roles: ['employee'], email: at('tere') }, id)).body.items).toHaveLength(2);
    for (const who of [BOSS, OTHER]) expect((await readings(who, id)).body.code).toBe('employee.not_found');
  });

  it('is erased once six years have gone by: its key, its past and what it could be found by; the employment stays', async () => {
    const id = await enterWithFile('Uxue', '00000004G');
    expect((await erase(HR, id)).body).toMatchObject({ status: 422, code: 'employee.still_employed' });
    await leave(id, '2024-06-30');
    expect((await erase(HR, id)).body).toMatchObject({ status: 422, code: 'employee.data_kept', params: { until: '2030-06-30' } });
    await leave(id, '2020-02-29');
    expect((await erase(BOSS, id)).status).toBe(403);
    expect((await erase(HR, id, { query: { dryRun: 'true' } })).body.name).toBe(`E-${id.slice(4, 12)}`);
    expect((await personal(HR, id)).body.taxId).toBe('00000004G');
    const key = crypto.randomUUID();
    const { body } = await erase(HR, id, { key });
    expect([body.name, body.email, body.endDate, body.position]).toEqual([`E-${id.slice(4, 12)}`, undefined, '2020-02-29', 'Ventas']);
    expect((await erase(HR, id, { key })).body.erasedOn).toBe(body.erasedOn);
    expect((await personal(HR, id)).body.code).toBe('personal-file.not_found');
    expect(JSON.stringify((await story(HR, id)).body)).not.toMatch(/uxue/i);
    expect((await story(HR, `pef_${id.slice(4)}`)).status).toBe(404);
    expect(await names(HR, { q: 'uxue' })).toEqual([]);
    expect((await erase(HR, id)).body).toMatchObject({ status: 422, code: 'employee.erased' });
    // Whoever comes now may have the same tax id and address.
    expect((await get(HR, await enterWithFile('Uxue', '00000004G'))).status).toBe(200);
  });
});
