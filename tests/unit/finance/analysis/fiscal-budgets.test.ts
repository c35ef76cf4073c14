import { beforeEach, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/analysis/commands.ts';
import { handler as queries } from '../../../../functions/finance/analysis/queries.ts';
import { budgetYear } from '../../../../shared/domain/finance/analysis/budget.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import type { FiscalRange } from '../../../../shared/kernel/fiscal-year.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { peopleOf } from '../../../support/people.ts';
import { eur } from '../../../support/receivables.ts';

const table = useMemoryTable();
let company: TestCompany;
beforeEach(async () => {
  table.clear();
  company = await newCompany(newTenant());
});
const api = () => peopleOf(company.tenant, { commands, queries }, (route) => route.replace(/budgets\/[\d-]+/, 'budgets/{year}'));
/** The company, which goes by these fiscal years from now on. */
async function goesBy(...fiscalRanges: FiscalRange[]) {
  const found = await company.records.getOrThrow(Companies, COMPANY_ID);
  await company.records.commit([update(Companies, found, { ...found, fiscalYears: ['2025', '2026', '2027'], fiscalRanges })]);
}
/** A line whose first month is 1.00, the second 2.00, and so on. */
const rising = (account: string, length: number, first = 1) => ({
  account,
  months: Array.from({ length }, (_, i) => eur(`${first + i}.00`)),
});
const budget = (year: string, query: Record<string, string> = {}) => api().done('ana', `GET /budgets/${year}`, undefined, { query });
const put = (year: string, ...lines: object[]) => api().refused('ana', `PUT /budgets/${year}`, { lines });
const JULY_TO_JUNE = { from: '2025-07', to: '2026-06' };

describe('the budget of a fiscal year', () => {
  it('from July to June has the months of that, in their order', async () => {
    await goesBy(JULY_TO_JUNE);
    expect(await put('2026-06', rising('62', 12))).toEqual([200, undefined, undefined]);
    const whole = await budget('2026-06', { to: '2026-06' });
    expect(whole).toMatchObject({ fiscalYear: JULY_TO_JUNE, from: '2025-07', to: '2026-06' });
    // 1 + 2 + … + 12
    expect(whole.rows[0]).toMatchObject({ budgeted: eur('78.00'), year: eur('78.00') });
    // December is the sixth month of it, and February the eighth.
    const winter = await budget('2026-06', { from: '2025-12', to: '2026-02' });
    expect(winter.rows[0].budgeted).toEqual(eur('21.00'));
    for (const month of ['2025-06', '2026-07'])
      expect(await api().refused('ana', 'GET /budgets/2026-06', undefined, { query: { from: month, to: month } })).toEqual([
        400,
        'budget.months',
        'query.from',
      ]);
  });

  it('of eighteen months has eighteen amounts, and no other number of them', async () => {
    await goesBy({ from: '2025-07', to: '2026-12' });
    expect(await put('2026', rising('62', 12))).toEqual([400, 'budget.length', 'body.lines.0.months']);
    expect(await put('2026', rising('62', 19))).toEqual([400, 'input.invalid', 'body.lines.0.months']);
    expect(await put('2026', rising('62', 18))).toEqual([200, undefined, undefined]);
    // 1 + … + 18; from December (the sixth) to January (the seventh).
    expect((await budget('2026', { from: '2025-12', to: '2026-01' })).rows[0]).toMatchObject({
      budgeted: eur('13.00'),
      year: eur('171.00'),
    });
  });

  it('that follows on the company’s or comes before them can be planned; one that would lie across them cannot', async () => {
    await goesBy(JULY_TO_JUNE);
    expect(await put('2027-06', rising('62', 12))).toEqual([200, undefined, undefined]);
    expect((await budget('2027-06')).fiscalYear).toEqual({ from: '2026-07', to: '2027-06' });
    for (const year of ['2026', '2027', '2027-03'])
      expect(await put(year, rising('62', 12))).toEqual([404, 'fiscal_year.not_found', 'path.year']);
    const calendar = { fiscalYears: ['2026'] };
    expect(['2024', '2026', '2030'].map((year) => budgetYear(calendar, year))).toEqual(
      ['2024', '2026', '2030'].map((year) => ({ year, from: `${year}-01`, to: `${year}-12` })),
    );
    expect(() => budgetYear(calendar, '2027-06')).toThrow(expect.objectContaining({ code: 'fiscal_year.not_found' }));
  });

  it('keeps each amount in its month, where the year begins or ends otherwise afterwards', async () => {
    expect(await put('2026', rising('62', 12))).toEqual([200, undefined, undefined]);
    await goesBy({ from: '2025-10', to: '2026-12' });
    const { rows } = await budget('2026', { from: '2025-10', to: '2026-02' });
    expect(rows[0].months.map(({ amount }: { amount: string }) => Number(amount))).toEqual([
      0,
      0,
      0,
      ...Array.from({ length: 12 }, (_, i) => i + 1),
    ]);
    expect(rows[0].budgeted).toEqual(eur('3.00'));
  });

  it('is carried over from budgets of calendar years, month by month, until it has lines of its own', async () => {
    expect(await put('2025', rising('62', 12), rising('705', 12))).toEqual([200, undefined, undefined]);
    expect(await put('2026', rising('62', 12, 101), rising('7', 12, 201))).toEqual([200, undefined, undefined]);
    await goesBy(JULY_TO_JUNE);
    const carried = await budget('2026-06', { to: '2026-06' });
    // July to December 2025 are 7 to 12, January to June 2026 are 101 to 106; 7 lies over 705, and is left to whoever plans.
    expect(carried.carried).toEqual({ years: ['2025', '2026'], leftOut: ['7'] });
    expect(carried.rows.map(({ account, year }: { account: string; year: object }) => [account, year])).toEqual([
      ['62', eur('678.00')],
      ['705', eur('57.00')],
    ]);
    await put('2026-06', rising('62', 12));
    expect((await budget('2026-06', { to: '2026-06' })).rows.map(({ year }: { year: object }) => year)).toEqual([eur('78.00')]);
    expect((await budget('2026-06')).carried).toBeUndefined();
  });

  it('of a calendar year is stored and shown as ever', async () => {
    await put('2026', rising('62', 12));
    const { Budgets, budgetId } = await import('../../../../shared/domain/finance/analysis/budget.ts');
    const { year, lines, ...rest } = await company.records.getOrThrow(Budgets, budgetId('2026'));
    expect([year, lines[0]?.months[0], 'from' in rest]).toEqual(['2026', 100, false]);
    expect(await budget('2026', { from: '2026-03', to: '2026-04' })).toMatchObject({ rows: [{ budgeted: eur('7.00') }] });
  });
});
