import { describe, expect, it } from 'vitest';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { addMonths, dateIn, monthOf } from '../../../shared/kernel/date.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { books, postLines } from '../../support/ledger.ts';

/** None of its parts is closed by itself. */
const lanes = ['sales', 'purchasing', 'stock', 'payroll', 'general'].map((lane) => ({ lane, state: 'open' }));

const rent = [
  ['621', '850.00'],
  ['572', '-850.00'],
] as const;

/** Locks periods, one after the other. */
async function lockAll(tenant: string, ...periods: readonly string[]): Promise<void> {
  for (const period of periods) await books(tenant, 'setPeriod', { path: [period], body: { state: 'locked' } });
}

describe('the chart of accounts', () => {
  it('is the pack and the company’s own, found by code or words in either language', async () => {
    const { tenant } = await newCompany(newTenant());
    const made = await books(tenant, 'createAccount', { body: { code: '4300001', name: 'Clientes, grandes cuentas' }, key: 'k1' });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({
      code: '4300001',
      nameEn: 'Clientes, grandes cuentas',
      type: 'asset',
      own: true,
      active: true,
      rev: 1,
      createdBy: `owner@${tenant}.example`,
    });
    expect((await books(tenant, 'listAccounts', { query: { q: '430' } })).body.items.map((a: { code: string }) => a.code)).toEqual([
      '430',
      '4300001',
      '4304',
    ]);
    expect(
      (await books(tenant, 'listAccounts', { query: { q: 'amortizacion acumulada material' } })).body.items.map(
        (a: { code: string }) => a.code,
      ),
    ).toEqual(['281']);
    const all = (await books(tenant, 'listAccounts')).body.items.map((a: { code: string }) => a.code);
    expect(all).toEqual([...all].sort());
    expect((await books(tenant, 'getAccount', { path: ['572'] })).body).toMatchObject({
      name: 'Bancos e instituciones de crédito c/c vista, euros',
      nameEn: 'Banks',
      own: false,
      validFrom: '2008-01-01',
    });
    expect((await books(tenant, 'getAccount', { path: ['4300001'] })).body).toMatchObject({ own: true });
    expect((await books(tenant, 'getAccount', { path: ['4300002'] })).body).toMatchObject({
      status: 404,
      code: 'account.not_found',
      field: 'path.code',
    });
  });

  it('takes an account once, and renames and closes only own ones', async () => {
    const { tenant } = await newCompany(newTenant());
    const first = await books(tenant, 'createAccount', { body: { code: '62901', name: 'Dietas' }, key: 'k1' });
    const deeper = await books(tenant, 'createAccount', { body: { code: '629012', name: 'Dietas, extranjero' } });
    expect(deeper.body.type).toBe('expense');
    expect((await books(tenant, 'createAccount', { body: { code: '62901', name: 'Otra' } })).body).toMatchObject({
      status: 409,
      code: 'account.exists',
    });
    expect((await books(tenant, 'createAccount', { body: { code: '629', name: 'Otra' } })).body).toMatchObject({
      status: 409,
      code: 'account.exists',
      field: 'body.code',
    });
    expect((await books(tenant, 'createAccount', { body: { code: '270', name: 'X' } })).body.code).toBe('account.no_parent');
    expect((await books(tenant, 'patchAccount', { path: ['629'], body: { name: 'X' } })).body).toMatchObject({
      status: 422,
      code: 'account.of_chart',
    });
    expect((await books(tenant, 'patchAccount', { path: ['62909'], body: { name: 'X' } })).body.code).toBe('account.not_found');
    expect((await books(tenant, 'patchAccount', { path: ['62901'], body: { name: 'Dietas y viajes', active: false } })).body).toMatchObject(
      { name: 'Dietas y viajes', active: false, rev: 2 },
    );
    const again = await books(tenant, 'createAccount', { body: { code: '62901', name: 'Dietas' }, key: 'k1' });
    expect([again.status, again.body]).toEqual([first.status, expect.objectContaining({ name: 'Dietas y viajes', active: false, rev: 2 })]);
    expect((await books(tenant, 'createAccount', { body: { code: '62902', name: 'Dietas' }, key: 'k1' })).body.code).toBe(
      'idempotency.key_reused',
    );
    expect((await postLines(tenant, '2026-03-05', 'x', ['572', '-1'], ['62901', '1'])).body).toMatchObject({
      code: 'account.inactive',
      field: 'body.lines.1.account',
    });
  });

  it('is not for everybody to change, nor for another company to see', async () => {
    const [a, b] = await Promise.all([newCompany(newTenant()), newCompany(newTenant())]);
    expect((await books(a.tenant, 'createAccount', { body: { code: '62901', name: 'X' }, roles: ['sales'] })).body.code).toBe(
      'role.not_allowed',
    );
    await books(a.tenant, 'createAccount', { body: { code: '62901', name: 'X' } });
    expect((await books(b.tenant, 'getAccount', { path: ['62901'] })).status).toBe(404);
  });
});

describe('fiscal years and periods', () => {
  it('opens a year with twelve periods, once, and tells the company', async () => {
    const { tenant, records } = await newCompany(newTenant());
    expect((await postLines(tenant, '2027-01-10', 'x', ...rent)).body).toMatchObject({
      status: 422,
      code: 'period.not_open',
      field: 'body.date',
    });
    const opened = await books(tenant, 'openFiscalYear', { body: { year: '2027' }, key: 'k1' });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    expect(opened.body.periods).toHaveLength(12);
    expect((await records.getOrThrow(Companies, COMPANY_ID)).fiscalYears).toEqual(['2026', '2027']);
    expect((await postLines(tenant, '2027-01-10', 'x', ...rent)).status).toBe(201);
    const again = await books(tenant, 'openFiscalYear', { body: { year: '2027' }, key: 'k1' });
    expect([again.status, again.body.periods[0]]).toEqual([201, { period: '2027-01', state: 'open', entries: 1, lanes }]);
    expect((await books(tenant, 'openFiscalYear', { body: { year: '2027' } })).body).toMatchObject({
      status: 409,
      code: 'fiscal_year.exists',
    });
    const periods = await books(tenant, 'listPeriods', { query: { year: '2027' } });
    expect(periods.body.items[0]).toMatchObject({ period: '2027-01', state: 'open', entries: 1 });
    expect((await books(tenant, 'listPeriods')).body.items).toHaveLength(24);
  });

  it('closes, reopens and locks; a lock is for good', async () => {
    const { tenant } = await newCompany(newTenant());
    const set = (state: string, roles?: ['accountant'] | ['sales']) =>
      books(tenant, 'setPeriod', { path: ['2026-03'], body: { state }, ...(roles ? { roles } : {}) });
    expect((await set('closed', ['accountant'])).body).toEqual({ period: '2026-03', state: 'closed', entries: 0, lanes });
    expect((await postLines(tenant, '2026-03-05', 'x', ...rent)).status).toBe(201);
    expect((await set('open')).body).toEqual({ period: '2026-03', state: 'open', entries: 1, lanes });
    expect((await set('locked')).body).toMatchObject({ status: 422, code: 'period.out_of_order', params: { earliest: '2026-01' } });
    await lockAll(tenant, '2026-01', '2026-02');
    expect((await set('locked')).body.state).toBe('locked');
    expect((await set('locked')).body.state).toBe('locked');
    expect((await set('open')).body).toMatchObject({ status: 422, code: 'period.locked' });
    expect((await postLines(tenant, '2026-03-31', 'x', ...rent)).body).toMatchObject({ status: 422, code: 'period.locked' });
    expect((await postLines(tenant, '2026-04-01', 'x', ...rent)).status).toBe(201);
    expect((await set('closed', ['sales'])).body.code).toBe('role.not_allowed');
    expect((await books(tenant, 'setPeriod', { path: ['2031-03'], body: { state: 'closed' } })).status).toBe(404);
  });

  it('locks no month that is not over, nor one that is to come', async () => {
    const { tenant } = await newCompany(newTenant());
    const [now, next] = [0, 1].map((months) => addMonths(monthOf(dateIn('Europe/Madrid', new Date())), months));
    for (const year of new Set([now, next].map((month) => String(month).slice(0, 4))))
      await books(tenant, 'openFiscalYear', { body: { year } });
    for (const period of [now, next] as string[])
      expect((await books(tenant, 'setPeriod', { path: [period], body: { state: 'locked' } })).body).toMatchObject({
        status: 422,
        code: 'period.not_over',
      });
  });

  it('lets no posting through after the lock, however they race', async () => {
    const { tenant } = await newCompany(newTenant());
    await lockAll(tenant, '2026-01', '2026-02', '2026-03', '2026-04');
    const postings = Array.from({ length: 12 }, (_, i) => postLines(tenant, '2026-05-05', `x${i}`, ...rent));
    const [lock, ...answers] = await Promise.all([
      books(tenant, 'setPeriod', { path: ['2026-05'], body: { state: 'locked' } }),
      ...postings,
    ]);
    expect(lock?.status).toBe(200);
    const posted = answers.filter((a) => a.status === 201).length;
    for (const refused of answers.filter((a) => a.status !== 201)) expect(refused.body.code).toBe('period.locked');
    expect((await books(tenant, 'listPeriods')).body.items[4]).toMatchObject({ period: '2026-05', state: 'locked', entries: posted });
  });
});
