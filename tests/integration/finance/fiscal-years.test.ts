import { beforeAll, describe, expect, it } from 'vitest';
import { rebuildBalances } from '../../../functions/finance/ledger/balance-rebuild-store.ts';
import { handler as commands } from '../../../functions/finance/year-end/commands.ts';
import { handler as queries } from '../../../functions/finance/year-end/queries.ts';
import { yearEnd } from '../../../shared/api/finance/year-end.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { books, eur, postLines } from '../../support/ledger.ts';
import { projectCompany } from '../../support/projection.ts';

async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const change = (year: string, body: object) => books(tenant, 'changeFiscalYear', { path: [year], body });
  const open = (body: object) => books(tenant, 'openFiscalYear', { body });
  const sell = (date: string, amount: string) => postLines(tenant, date, 'Venta', ['572', amount], ['759', `-${amount}`]);
  return { tenant, change, open, sell };
}

async function ask(tenant: string, action: keyof typeof yearEnd.actions, year: string, body?: object) {
  const { route, profile } = yearEnd.actions[action];
  await projectCompany(tenant);
  return call(profile === 'queries' ? queries : commands, route.replace('{year}', year), route, { tenant, ...(body ? { body } : {}) });
}

const refusal = ({ status, body }: { status: number; body: { code: string; errors?: { field: string }[] } }) => [status, body.code];

describe('a company that ends its fiscal year with June', () => {
  let shop: Awaited<ReturnType<typeof company>>;
  const balances = async (query: Record<string, string>) => {
    await projectCompany(shop.tenant);
    const { rows, from } = (await books(shop.tenant, 'getTrialBalance', { query: { consistent: 'true', ...query } })).body;
    const figures = rows.map((row: Record<string, unknown>) => [row.account, row.opening, row.debit, row.credit, row.closing]);
    return { from, figures };
  };

  beforeAll(async () => {
    shop = await company();
    await shop.sell('2026-03-10', '100.00');
  });

  it('cuts the year short, and what follows is another one', async () => {
    const { body } = await shop.change('2026', { to: '2026-06' });
    expect(body).toMatchObject({ year: '2026-06', from: '2026-01', to: '2026-06' });
    expect(body.periods).toHaveLength(6);
    expect(refusal(await shop.sell('2026-08-10', '50.00'))).toEqual([422, 'period.not_open']);
    const next = await shop.open({ to: '2027-03' });
    expect(next.body).toMatchObject({ year: '2027-03', from: '2026-07', to: '2027-03' });
    expect((await shop.sell('2026-08-10', '50.00')).status).toBe(201);
    expect(refusal(await shop.change('2026-06', { to: '2026-05' }))).toEqual([422, 'fiscal_year.not_last']);
    expect(refusal(await shop.change('2027-03', { from: '2026-08' }))).toEqual([422, 'fiscal_year.not_first']);
    expect(refusal(await shop.open({ year: '2027' }))).toEqual([409, 'fiscal_year.exists']);
    expect(refusal(await shop.open({}))).toEqual([400, 'fiscal_year.which']);
  });

  it('is read from the first of July on', async () => {
    expect(await balances({ date: '2026-08-31' })).toEqual({
      from: '2026-07-01',
      figures: [
        ['572', eur('100.00'), eur('50.00'), eur('0.00'), eur('150.00')],
        ['759', eur('-100.00'), eur('0.00'), eur('50.00'), eur('-150.00')],
      ],
    });
  });

  it('closes to 129 on 30 June, and opens with the same on 1 July', async () => {
    expect(refusal(await ask(shop.tenant, 'closeYear', '2027-03', {}))).toEqual([422, 'year_end.not_over']);
    const { body } = await ask(shop.tenant, 'closeYear', '2026-06', {});
    expect(body).toMatchObject({ year: '2026-06', from: '2026-01', to: '2026-06', state: 'closed', result: eur('100.00') });
    expect(body.entries.map(({ date, text }: { date: string; text: string }) => [date, text])).toEqual([
      ['2026-06-30', 'Regularización 2026-06'],
      ['2026-06-30', 'Asiento de cierre 2026-06'],
      ['2026-07-01', 'Asiento de apertura 2027-03'],
    ]);
    const june = await balances({ date: '2026-06-30' });
    expect(june.figures).toEqual([
      ['572', eur('0.00'), eur('100.00'), eur('0.00'), eur('100.00')],
      ['759', eur('0.00'), eur('0.00'), eur('100.00'), eur('-100.00')],
    ]);
    expect((await balances({ date: '2026-08-31' })).figures).toEqual([
      ['129', eur('-100.00'), eur('0.00'), eur('0.00'), eur('-100.00')],
      ['572', eur('100.00'), eur('50.00'), eur('0.00'), eur('150.00')],
      ['759', eur('0.00'), eur('0.00'), eur('50.00'), eur('-50.00')],
    ]);
    const { body: refused } = await shop.sell('2026-06-30', '1.00');
    expect([refused.code, refused.params.year]).toEqual(['period.year_closed', '2026-06']);
    expect(refusal(await shop.change('2026-06', { to: '2026-05' }))).toEqual([422, 'fiscal_year.was_closed']);
  });

  it('shows the closing at the end of one journal, and the opening at the beginning of the next', async () => {
    const texts = async (from: string, to: string) =>
      (await books(shop.tenant, 'listEntries', { query: { order: 'asc', from, to } })).body.items.map(({ text }: { text: string }) => text);
    expect(await texts('2026-01-01', '2026-06-30')).toEqual(['Venta', 'Regularización 2026-06', 'Asiento de cierre 2026-06']);
    expect(await texts('2026-07-01', '2026-12-31')).toEqual(['Asiento de apertura 2027-03', 'Venta']);
    expect(await rebuildBalances(recordsOf(shop.tenant), '2026-06')).toMatchObject({ entries: 3, missing: [], differences: [] });
    const file = await books(shop.tenant, 'createExport', { body: { kind: 'journal-csv', to: '2026-06-30' } });
    expect(file.body).toMatchObject({ state: 'ready', entries: 3 });
  });

  it('is reopened for what came late, and closed again with it', async () => {
    await ask(shop.tenant, 'reopenYear', '2026-06', { reason: 'Falta una venta' });
    expect((await shop.sell('2026-06-30', '1.00')).status).toBe(201);
    expect((await ask(shop.tenant, 'closeYear', '2026-06', {})).body).toMatchObject({ result: eur('101.00'), runs: 2 });
    expect((await balances({ date: '2026-07-01' })).figures).toEqual([
      ['129', eur('-101.00'), eur('0.00'), eur('0.00'), eur('-101.00')],
      ['572', eur('101.00'), eur('0.00'), eur('0.00'), eur('101.00')],
    ]);
  });
});

describe('a fiscal year', () => {
  it('of eighteen months is the longest', async () => {
    const { tenant, change } = await company();
    expect(refusal(await change('2026', { to: '2027-07' }))).toEqual([400, 'fiscal_year.too_long']);
    expect(refusal(await change('2026', { to: '2025-12' }))).toEqual([400, 'range.backwards']);
    expect((await change('2026', { to: '2027-06' })).body).toMatchObject({ year: '2027-06', from: '2026-01' });
    expect((await postLines(tenant, '2027-06-30', 'Fin', ['572', '1.00'], ['759', '-1.00'])).status).toBe(201);
    expect((await ask(tenant, 'getYearEnd', '2027-06')).body.openMonths).toHaveLength(18);
    // Eighteen months to be left and as many to be taken in would be too much for one transaction.
    expect(refusal(await change('2027-06', { from: '2027-06', to: '2028-11' }))).toEqual([400, 'fiscal_year.too_far']);
  });

  it('begins later where nothing was posted before, and posts nothing before it', async () => {
    const { tenant, change, sell } = await company();
    await sell('2026-02-10', '10.00');
    expect(refusal(await change('2026', { from: '2026-04' }))).toEqual([422, 'fiscal_year.has_entries']);
    expect((await change('2026', { from: '2026-02' })).body).toMatchObject({ year: '2026', from: '2026-02', to: '2026-12' });
    expect(refusal(await sell('2026-01-31', '10.00'))).toEqual([422, 'period.not_open']);
    // A month that was closed stays closed, also when a fiscal year leaves it and another takes it in.
    await books(tenant, 'setPeriod', { path: ['2026-12'], body: { state: 'closed' } });
    await change('2026', { to: '2026-10' });
    await books(tenant, 'openFiscalYear', { body: { to: '2027-10' } });
    const { items } = (await books(tenant, 'listPeriods')).body;
    const states = Object.fromEntries(items.map(({ period, state }: { period: string; state: string }) => [period, state]));
    expect([states['2026-11'], states['2026-12'], states['2027-10']]).toEqual(['open', 'closed', 'open']);
    expect(refusal(await change('2024', { to: '2024-06' }))).toEqual([404, 'fiscal_year.not_found']);
  });
});
