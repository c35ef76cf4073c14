import { beforeAll, describe, expect, it } from 'vitest';
import { handler as pay } from '../../../functions/hr/payroll/commands.ts';
import { handler as payQueries } from '../../../functions/hr/payroll/queries.ts';
import { handler as commands } from '../../../functions/hr/people/commands.ts';
import { handler as queries } from '../../../functions/hr/people/queries.ts';
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
const personal = (who: Who, employeeId: string) => ask(queries, 'GET /people/employees/{employeeId}/personal', who, { employeeId });
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
