import { describe, expect, it } from 'vitest';
import { handler as print } from '../../../functions/finance/statements/print.ts';
import { handler } from '../../../functions/finance/statements/queries.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { books, postLines } from '../../support/ledger.ts';
import { projectCompany } from '../../support/projection.ts';

interface Line {
  readonly id: string;
  readonly amounts: readonly { readonly amount: string }[];
  readonly accounts: readonly object[];
}

/** Asks for getStatement. */
const statement = (tenant: string, name: string, query: Readonly<Record<string, string>> = {}, roles?: readonly string[]) =>
  call(handler, `GET /statements/${name}`, 'GET /statements/{statement}', { tenant, query, ...(roles ? { roles } : {}) });
const figures = (lines: readonly Line[]) =>
  Object.fromEntries(
    lines.flatMap(({ id, amounts }) =>
      amounts.some(({ amount }) => amount !== '0.00') ? [[id, amounts.map(({ amount }) => amount)]] : [],
    ),
  );

/** Capital of 3,000.00 and rent of 500.00 in 2025; a sale of 1,000.00 plus VAT and rent of 400.00 in 2026. */
async function smallCompany(): Promise<string> {
  const { tenant } = await newCompany(newTenant());
  await books(tenant, 'openFiscalYear', { body: { year: '2025' } });
  await postLines(tenant, '2025-06-30', 'Capital', ['572', '3000.00'], ['100', '-3000.00']);
  await postLines(tenant, '2025-07-01', 'Alquiler', ['621', '500.00'], ['572', '-500.00']);
  await postLines(tenant, '2026-03-05', 'Venta', ['572', '1210.00'], ['700', '-1000.00'], ['477', '-210.00']);
  await postLines(tenant, '2026-03-31', 'Alquiler', ['621', '400.00'], ['572', '-400.00']);
  await projectCompany(tenant);
  return tenant;
}

describe('the statements', () => {
  it('are those of any day and the year before, with the result of the year and of years that were not closed', async () => {
    const tenant = await smallCompany();
    const query = { date: '2026-12-31', comparedDate: '2025-12-31', consistent: 'true' };
    const balance = await statement(tenant, 'balance-sheet', query);
    expect(balance.status, JSON.stringify(balance.body)).toBe(200);
    expect(balance.body).toMatchObject({ model: 'pymes', complete: true, balanced: true, unassigned: [], entries: 4 });
    expect(balance.body.columns).toEqual([
      { from: '2026-01-01', date: '2026-12-31' },
      { from: '2025-01-01', date: '2025-12-31' },
    ]);
    expect(figures(balance.body.lines)).toMatchObject({
      10000: ['3310.00', '2500.00'],
      12700: ['3310.00', '2500.00'],
      21110: ['3000.00', '3000.00'],
      21500: ['-500.00', '0.00'],
      21700: ['600.00', '-500.00'],
      32590: ['210.00', '0.00'],
      30000: ['3310.00', '2500.00'],
    });
    // Of one month as of the year: what moved before is no result of a previous year.
    const month = await statement(tenant, 'balance-sheet', { ...query, from: '2026-12-01' });
    expect(figures(month.body.lines)).toEqual(figures(balance.body.lines));
    const result = await statement(tenant, 'income-statement', { ...query, from: '2026-03-31', comparedFrom: '2025-01-01' });
    expect(figures(result.body.lines)).toMatchObject({ 40700: ['-400.00', '-500.00'], 49500: ['-400.00', '-500.00'] });
    const rent = result.body.lines.find(({ id }: Line) => id === '40700');
    expect(rent.accounts).toMatchObject([{ account: '621', name: 'Arrendamientos y cánones', nameEn: 'Rent' }]);
  });

  it('are by the model that is asked for: what waits to be applied is a debt of other kinds in the normal one', async () => {
    const tenant = await smallCompany();
    await postLines(tenant, '2026-04-01', 'Anticipo', ['555', '50.00'], ['572', '-50.00']);
    await projectCompany(tenant);
    const normal = await statement(tenant, 'balance-sheet', { model: 'normal', date: '2026-12-31', consistent: 'true' });
    expect(figures(normal.body.lines)).toMatchObject({ 32350: ['-50.00'] });
    expect(normal.body).toMatchObject({ balanced: true, unassigned: [] });
  });

  it('of cash flow and equity are of any days of a year, and of the same days of the one before', async () => {
    const tenant = await smallCompany();
    const query = { date: '2026-12-31', comparedDate: '2025-12-31', consistent: 'true' };
    for (const [method, lines] of [
      ['indirect', { 61100: ['600.00', '-500.00'], 61304: ['210.00', '0.00'] }],
      ['direct', { 61110: ['1210.00', '0.00'], 61120: ['-400.00', '-500.00'] }],
    ] as const) {
      const flow = await statement(tenant, `cash-flow-${method}`, query);
      expect(flow.body).toMatchObject({ balanced: true, unassigned: [], complete: true });
      expect(figures(flow.body.lines)).toMatchObject({
        ...lines,
        61500: ['810.00', '-500.00'],
        63101: ['0.00', '3000.00'],
        65000: ['810.00', '2500.00'],
        65100: ['2500.00', '0.00'],
        65200: ['3310.00', '2500.00'],
      });
    }
    const equity = (await statement(tenant, 'equity-changes', { ...query, from: '2026-03-31' })).body;
    expect(equity).toMatchObject({ balanced: true, unassigned: [] });
    const at = (column: string) => equity.columns.findIndex(({ id }: { id: string }) => id === column);
    const told = equity.lines.map(({ label, amounts }: { label: string; amounts: Line['amounts'] }) => [
      label,
      ...['21110', '21500', '21700', 'total'].map((column) => amounts[at(column)]?.amount),
    ]);
    expect(told.filter(([label]: string[]) => /SALDO|^I\. /.test(label ?? ''))).toEqual([
      ['SALDO INICIAL, 01/01/2025', '0.00', '0.00', '0.00', '0.00'],
      ['I. Total ingresos y gastos reconocidos', '0.00', '0.00', '-500.00', '-500.00'],
      ['SALDO FINAL, 31/12/2025', '3000.00', '0.00', '-500.00', '2500.00'],
      ['SALDO INICIAL, 31/03/2026', '3000.00', '-500.00', '1000.00', '3500.00'],
      ['I. Total ingresos y gastos reconocidos', '0.00', '0.00', '-400.00', '-400.00'],
      ['SALDO FINAL, 31/12/2026', '3000.00', '-500.00', '600.00', '3100.00'],
    ]);
    const crossed = await statement(tenant, 'cash-flow-direct', { from: '2025-12-01', date: '2026-01-31' });
    expect(crossed.body).toMatchObject({ code: 'statement.years_crossed', params: { earliest: '2026-01-01' } });
  });

  it('are files in the language of who asks, and so is the trial balance', async () => {
    const tenant = await smallCompany();
    const file = async (name: string, query: Readonly<Record<string, string>>, roles?: readonly string[]) =>
      call(print, `GET /statements/${name}/file`, 'GET /statements/{statement}/file', {
        tenant,
        query: { date: '2026-12-31', ...query },
        ...(roles ? { roles } : {}),
      });
    const text = async (...asked: Parameters<typeof file>) => Buffer.from((await file(...asked)).body.content, 'base64').toString();
    const flow = await file('cash-flow-direct', { format: 'csv', comparedDate: '2025-12-31', accounts: 'true' });
    expect(flow.body).toMatchObject({
      fileName: 'estado-de-flujos-de-efectivo-directo-2026-12-31.csv',
      contentType: 'text/csv; charset=utf-8',
    });
    const lines = Buffer.from(flow.body.content, 'base64').toString().split('\r\n');
    expect(lines).toContain(';1. Cobros de clientes;1210,00;0,00');
    expect(lines).toContain('700;Ventas de mercaderías;1000,00;0,00');
    expect(await text('trial-balance', { format: 'csv', language: 'en' })).toContain('572,Banks,2500.00,1210.00,400.00,3310.00');
    expect((await text('equity-changes', { format: 'xlsx' })).slice(0, 2)).toBe('PK');
    expect((await text('balance-sheet', { format: 'pdf' })).slice(0, 5)).toBe('%PDF-');
    expect((await file('balance-sheet', { format: 'odt' })).status).toBe(400);
    expect((await file('balance-sheet', { format: 'csv' }, ['warehouse'])).status).toBe(403);
  });

  it('are refused for ranges that cannot be, and to who may not read the books', async () => {
    const { tenant } = await newCompany(newTenant());
    const refused = async (query: Readonly<Record<string, string>>) => (await statement(tenant, 'balance-sheet', query)).body;
    expect(await refused({ from: '2026-05-01', date: '2026-04-30' })).toMatchObject({ code: 'range.backwards' });
    expect(await refused({ comparedFrom: '2025-01-01' })).toMatchObject({ code: 'statement.nothing_compared' });
    expect(await refused({ model: 'ifrs' })).toMatchObject({ status: 400 });
    expect((await statement(tenant, 'cash-flow')).status).toBe(400);
    expect((await statement(tenant, 'balance-sheet', {}, ['warehouse'])).status).toBe(403);
  });
});
