import { describe, expect, it } from 'vitest';
import { leastOf, refusalByTable, type SalaryRow, withRows } from '#domain/hr/payroll/salary-table.ts';
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
});
