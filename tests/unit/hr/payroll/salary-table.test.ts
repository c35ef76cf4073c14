import { describe, expect, it } from 'vitest';
import { leastOf, refusalByTable, type SalaryRow, withRows } from '#domain/hr/payroll/salary-table.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { update } from '#kernel/record.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const published = (from: string, source: string, rows: readonly (readonly [string, number?])[], weeklyHours = '40') => ({
  ...{ from, source, weeklyHours },
  rows: rows.map(([group, annual]) => ({ group, annual })),
});
const FIRST = withRows(
  [],
  published(
    '2026-01-01',
    'BOP 1',
    [
      ['Grupo III', 1_820_000],
      ['Grupo IV', 1_750_000],
    ],
    '38.50',
  ),
);
const RAISED = withRows(FIRST, published('2026-07-01', 'BOP 2', [['grupo iii', 1_874_600]], '38.50'));
const held = (rows: readonly SalaryRow[], group: string, day: string, annual: number, weeklyHours?: string) =>
  refusalByTable({ name: 'Comercio', rows }, { group, day, annual, weeklyHours });

describe('the rows of a table', () => {
  it('stay where later ones come: June by the first, July by the second, whatever case the group is written in', () => {
    expect(held(RAISED, 'Grupo III', '2026-06-30', 1_820_000)).toBeUndefined();
    expect(held(RAISED, 'Grupo III', '2026-07-01', 1_874_600)).toBeUndefined();
    expect(held(RAISED, 'GRUPO III', '2026-07-01', 1_874_599)).toMatchObject({
      ...{ code: 'payroll.below_table', field: 'body.annual' },
      params: { least: '18746.00', annual: '18745.99', day: '2026-07-01', source: 'BOP 2', table: 'Comercio' },
    });
  });

  it('are replaced by one of the same day, and taken out by one without an amount', () => {
    const corrected = withRows(FIRST, published('2026-01-01', 'BOP 1 bis', [['Grupo IV', 1_760_000]]));
    expect(corrected.map(({ group, annual }) => [group, annual])).toEqual([
      ['Grupo III', 1_820_000],
      ['Grupo IV', 1_760_000],
    ]);
    expect(withRows(FIRST, published('2026-01-01', 'BOP 1', [['Grupo IV']])).map(({ group }) => group)).toEqual(['Grupo III']);
    expect(() => withRows(FIRST, published('2026-02-01', 'BOP 1', [['Grupo IV']]))).toThrow(
      expect.objectContaining({ code: 'salary_table.nothing_there', field: 'body.rows.0.group' }),
    );
    expect(() =>
      withRows(
        [],
        published('2026-02-01', 'BOP 1', [
          ['A', 1],
          ['a', 2],
        ]),
      ),
    ).toThrow(expect.objectContaining({ code: 'salary_table.twice', field: 'body.rows.1.group' }));
  });

  it('say nothing of a day before the first or of another group: the table, group and day are named', () => {
    const params = { table: 'Comercio', group: 'Grupo III', day: '2025-12-31' };
    expect(held(FIRST, 'Grupo III', '2025-12-31', 9_000_000)).toMatchObject({
      code: 'salary_table.no_row',
      field: 'body.table.group',
      params,
    });
    expect(held(FIRST, 'Grupo V', '2026-03-01', 9_000_000)?.code).toBe('salary_table.no_row');
  });
});

describe('part time', () => {
  it('is in proportion to the agreement’s week: 20 of 38.50 hours of 18,200.00 are 9,454.5454…, no cent less than 9,454.55', () => {
    expect([
      held(FIRST, 'Grupo III', '2026-03-01', 945_455, '20'),
      held(FIRST, 'Grupo III', '2026-03-01', 945_454, '20.00')?.params?.least,
    ]).toEqual([undefined, '9454.55']);
    // 39 hours are full time of a week of 38.50.
    expect([leastOf(1_820_000, '39', '38.50'), leastOf(1_820_000, undefined, '38.50')]).toEqual([1_820_000, 1_820_000]);
  });
});

describe('pay terms', () => {
  const company = usePayroll('2026-03-20T10:00:00Z');
  const eur = (amount: string) => ({ amount, currency: 'EUR' });

  it('are held against the row of their first day; a later row leaves them', async () => {
    const id = await company.pay.employ({ givenName: 'Clara', taxId: '12345678Z' });
    const row = (from: string, amount: string) => ({ from, source: 'BOP 1', rows: [{ group: 'Grupo III', annual: eur(amount) }] });
    const table = await company.pay.done('pia', 'POST /payroll/salary-tables', {
      name: 'Comercio',
      code: '36',
      ...row('2026-01-01', '24000.01'),
    });
    const set = (from: string, amount: string, more = {}) => ({
      ...{ from, group: '7', contract: 'indefinite', annual: eur(amount), extraMonths: [], accrual: 'half-year' },
      ...{ accident: { percent: '1.50', source: 'TGSS' }, table: { tableId: table.id, group: 'Grupo III' }, ...more },
    });
    const route = `POST /payroll/employees/${id}/terms`;
    expect((await company.pay.refused('pia', route, set('2026-04-01', '24000.00'))).slice(0, 2)).toEqual([422, 'payroll.below_table']);
    expect((await company.pay.refused('pia', route, set('2025-04-01', '24000.00'))).slice(0, 2)).toEqual([422, 'salary_table.no_row']);
    const unsaid = set('2026-04-01', '24000.01', { partTimeHours: '86.67' });
    expect((await company.pay.refused('pia', route, unsaid)).slice(0, 2)).toEqual([400, 'pay_terms.hours']);
    await company.pay.done('pia', route, set('2026-04-01', '24000.01'));
    await company.pay.done('pia', `POST /payroll/salary-tables/${table.id}/rows`, row('2026-04-01', '25000.00'));
    const { terms } = await company.pay.done('pia', `GET /payroll/employees/${id}/terms`);
    const found = await company.pay.done('pia', `GET /payroll/salary-tables/${table.id}`);
    expect(found.rows.map((each: { from: string; source: string }) => [each.from, each.source])).toEqual([
      ['2026-01-01', 'BOP 1'],
      ['2026-04-01', 'BOP 1'],
    ]);
    expect((await company.pay.done('pia', 'GET /payroll/salary-tables')).items).toEqual([found]);
    expect(terms.at(-1)).toMatchObject({ annual: eur('24000.01'), table: { tableId: table.id, group: 'Grupo III' } });
  });

  it('that a new row leaves below it are listed from the day on which they are, and raised as they were looked at', async () => {
    const { pay, tenant } = company;
    const row = (group: string, from: string, amount: string, source: string) => ({
      ...{ from, source, weeklyHours: '40', rows: [{ group, annual: eur(amount) }] },
    });
    const route = 'POST /payroll/salary-tables';
    const table = await pay.done('pia', route, { name: 'Comercio', code: '36', ...row('Grupo III', '2026-01-01', '24000.00', 'BOP 1') });
    const held = { table: { tableId: table.id, group: 'Grupo III' } };
    const half = { table: { ...held.table, weeklyHours: '20' }, partTimeHours: '86.67' };
    const startDate = '2026-01-01';
    const ids = {
      clara: await pay.employ({ givenName: 'Clara', taxId: '12345678Z', startDate, terms: held }),
      hugo: await pay.employ({ givenName: 'Hugo', taxId: '00000014Z', startDate, annual: '12000.00', terms: half }),
      bea: await pay.employ({ givenName: 'Beatriz', taxId: '87654321X', startDate, terms: held }),
      // Of no table, and above it.
      ivo: await pay.employ({ givenName: 'Ivo', taxId: '11111111H', startDate }),
      eva: await pay.employ({ givenName: 'Eva', taxId: '22222222J', startDate, annual: '25000.00', terms: held }),
    };
    await pay.setTerms(ids.clara, { from: '2026-03-01', annual: eur('24100.00'), ...held });
    // Beatriz is Pía, who prepares pay.
    const records = recordsOf(tenant);
    const bea = await records.getOrThrow(Employees, ids.bea);
    await records.commit([update(Employees, bea, { ...bea, email: `pia@${tenant}.example` })]);
    const shortOf = (by = 'ana') => pay.done(by, `GET ${route.slice(5)}/${table.id}/shortfalls`);
    expect((await shortOf()).items).toEqual([]);
    const published = await pay.done('pia', `${route}/${table.id}/rows`, row('Grupo III', '2026-02-01', '24400.00', 'BOP 2'));

    const { items } = await shortOf('pia');
    const seen = (short: object) => ({ group: 'Grupo III', source: 'BOP 2', ...short });
    const full = (from: string, annual: string) => seen({ from, annual: eur(annual), least: eur('24400.00') });
    const february = '2026-02-01';
    expect(items.map(({ name, raisable, shortfalls }: Record<string, unknown>) => [name, raisable, shortfalls])).toEqual([
      ['Beatriz Vega', false, [full(february, '24000.00')]],
      ['Clara Vega', true, [full(february, '24000.00'), full('2026-03-01', '24100.00')]],
      ['Hugo Vega', true, [seen({ from: february, weeklyHours: '20', annual: eur('12000.00'), least: eur('12200.00') })]],
    ]);
    const people = items.map(({ employeeId, rev }: { employeeId: string; rev: number }) => ({ employeeId, rev }));
    const raise = { rev: published.rev, people: people.slice(1) };
    const raises = `POST /payroll/salary-tables/${table.id}/raises`;
    expect((await pay.refused('pia', raises, { ...raise, rev: 1 })).slice(0, 2)).toEqual([409, 'salary_table.changed']);
    const stale = { ...raise, people: [{ employeeId: ids.clara, rev: 1 }] };
    expect((await pay.refused('pia', raises, stale)).slice(0, 2)).toEqual([409, 'salary_table.changed']);
    expect((await pay.refused('pia', raises, { ...raise, people })).slice(0, 2)).toEqual([403, 'pay_terms.own']);
    const above = { ...raise, people: [{ employeeId: ids.eva, rev: 1 }] };
    expect((await pay.refused('pia', raises, above)).slice(0, 2)).toEqual([422, 'salary_table.not_below']);
    const twice = { ...raise, people: [...raise.people, ...raise.people] };
    expect((await pay.refused('pia', raises, twice)).slice(0, 2)).toEqual([400, 'salary_table.twice']);

    const { rev } = await pay.done('pia', raises, raise);
    const termsOf = async (id: string) => (await pay.done('pia', `GET /payroll/employees/${id}/terms`)).terms;
    const raised = (await termsOf(ids.clara)).map((each: { from: string; annual: { amount: string } }) => [each.from, each.annual.amount]);
    expect(raised).toEqual([
      [startDate, '24000.00'],
      [february, '24400.00'],
      ['2026-03-01', '24400.00'],
    ]);
    expect((await termsOf(ids.hugo)).at(-1)).toMatchObject({ from: february, annual: eur('12200.00'), ...half, extraMonths: [6, 12] });
    expect((await shortOf()).items.map(({ name }: { name: string }) => name)).toEqual(['Beatriz Vega']);
    // What others wrote meanwhile is looked at anew; somebody else raises whom nobody raises by themselves.
    await pay.done('ana', raises, { rev, people: people.slice(0, 1) });
    expect((await shortOf()).items).toEqual([]);
  });
});
