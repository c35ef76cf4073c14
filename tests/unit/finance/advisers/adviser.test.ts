import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../../functions/finance/advisers/commands.ts';
import { handler as documents } from '../../../../functions/finance/advisers/documents.ts';
import { handler as queries } from '../../../../functions/finance/advisers/queries.ts';
import { advisers } from '../../../../shared/api/finance/advisers.ts';
import { type Adviser, requireRows } from '../../../../shared/domain/finance/advisers/adviser.ts';
import { type Layout, layoutText, NEUTRAL_LAYOUT, requireLayout } from '../../../../shared/domain/finance/advisers/layout.ts';
import { Subaccounts } from '../../../../shared/domain/finance/advisers/subaccounts.ts';
import { s3 } from '../../../../shared/runtime/documents.ts';
import { call } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { exampleQuarter } from '../../../support/quarter.ts';
import { thrownBy } from '../../../support/thrown.ts';
import { unzipped } from '../../../support/xlsx.ts';

/** What was put, by key. */
const put = new Map<string, Uint8Array>();
const table = useMemoryTable({ lists: true });
beforeEach(() => {
  table.clear();
  vi.stubEnv('BUCKET_REPORTS', 'reports');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.spyOn(s3, 'send').mockImplementation(async (command: unknown) => {
    const { input } = command as { input: { Key?: string; Body?: Uint8Array } };
    put.set(input.Key ?? '', input.Body ?? new Uint8Array());
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
/** The file behind a link. */
const fileAt = (url: string) => unzipped(Buffer.from(put.get(/[^/]+\/exports\/axp_\w+\.zip/.exec(url)?.[0] ?? '') ?? []));

const adviser = (more: Partial<Adviser> = {}): Adviser => ({
  ...{ name: 'Robles', digits: 8, prefixes: { 430: '430', 400: '400', 410: '410' }, numbering: 'running', padding: true },
  ...{ accounts: [{ account: '700', subaccount: '70000001' }], sent: {}, numbers: {} },
  ...more,
});

describe('subaccounts of a firm', () => {
  it('are those of its table, of parties for good, and codes with zeros', () => {
    const of = new Subaccounts(adviser(), [{ account: '430', party: 'cus_1', subaccount: '43000001' }], () => undefined);
    const told = (account: string, party?: string) => of.of({ account, ...(party ? { party } : {}) });
    expect([told('700'), told('572'), told('430', 'cus_1'), told('430', 'cus_2'), told('400', 'sup_1'), told('430')]).toEqual([
      { subaccount: '70000001', by: 'table' },
      { subaccount: '57200000', by: 'padding' },
      { subaccount: '43000001', by: 'party' },
      { subaccount: '43000002', by: 'party' },
      { subaccount: '40000001', by: 'party' },
      { subaccount: '43000000', by: 'padding' },
    ]);
    expect(of.given.map(({ subaccount }) => subaccount)).toEqual(['43000002', '40000001']);
    // Nine digits do not fit in eight, and without zeros the table alone says.
    expect(told('572000012')).toEqual({ by: 'none' });
    expect(new Subaccounts(adviser({ padding: false }), [], () => undefined).of({ account: '572' })).toEqual({ by: 'none' });
  });

  it('are told by the tax id, and by a number where another has it or there is none', () => {
    const ids: Record<string, string> = { cus_1: 'B58378431', cus_2: 'A58378431', cus_3: 'X1234567L' };
    const of = new Subaccounts(adviser({ numbering: 'tax-id', digits: 10 }), [], (party) => ids[party]);
    expect(['cus_1', 'cus_2', 'cus_3', 'cus_4'].map((party) => of.of({ account: '430', party }).subaccount)).toEqual([
      '4308378431',
      '4300000001',
      '4301234567',
      '4300000002',
    ]);
  });

  it('have rows of the firm’s length, each account once, and none of parties', () => {
    const why = (rows: { account: string; subaccount: string }[]) => thrownBy(() => requireRows(rows, 8, (row) => `body.rows.${row}`));
    const row = { account: '700', subaccount: '70000001' };
    expect([why([row, row])[0], why([{ ...row, subaccount: '7000' }])[0], why([{ account: '430', subaccount: '43000000' }])[0]]).toEqual(
      Array(3).fill('adviser.accounts'),
    );
    requireRows([row], 8, String);
  });
});

describe('a firm’s layout', () => {
  const row = {
    ...{ number: 7, line: 1, date: '2026-04-15', subaccount: '43000001', name: 'Ñandú & Hijos', taxId: 'B58378431' },
    ...{ text: 'Factura; «F-1»', document: 'inv_F2026-000001', amount: 1_210_00 },
  };
  const base: Layout = { ...NEUTRAL_LAYOUT, source: 'Manual del programa, página 12' };

  it('is columns that every program reads, unless the firm says otherwise', () => {
    expect(layoutText([row, { ...row, line: 2, subaccount: '70000001', amount: -1_210_00 }], base).split('\r\n')).toEqual([
      'Asiento;Apunte;Fecha;Subcuenta;Nombre;NIF;Concepto;Documento;Debe;Haber',
      '7;1;15/04/2026;43000001;Ñandú & Hijos;B58378431;"Factura; «F-1»";inv_F2026-000001;1210,00;',
      '7;2;15/04/2026;70000001;Ñandú & Hijos;B58378431;"Factura; «F-1»";inv_F2026-000001;;1210,00',
      '',
    ]);
  });

  it('is of fixed width where its columns say so; a figure that does not fit is refused, a text is cut', () => {
    const columns: Layout['columns'] = [
      { field: 'constant', value: '1', width: 1 },
      { field: 'date', width: 6 },
      { field: 'subaccount', width: 12, align: 'right', fill: '0' },
      { field: 'text', width: 7 },
      { field: 'side', width: 1 },
      { field: 'amount', width: 10, fill: '0' },
    ];
    const fixed: Layout = { ...base, format: 'fixed', dates: 'ddmmyy', decimal: '.', header: false, columns };
    expect(layoutText([row], fixed)).toBe('1150426000043000001FacturaD0001210.00\r\n');
    const narrow = columns.map((column) => (column.field === 'amount' ? { ...column, width: 5 } : column));
    expect(thrownBy(() => layoutText([row], { ...fixed, columns: narrow }))[0]).toBe('adviser.layout');
  });

  it('has at least a day, an account and amounts, and of fixed width all widths', () => {
    const input = (format: 'csv' | 'fixed', fields: readonly string[]) =>
      ({ ...base, format, columns: fields.map((field) => ({ field })) }) as Parameters<typeof requireLayout>[0];
    const why = (...args: Parameters<typeof input>) => thrownBy(() => requireLayout(input(...args)))[0];
    expect(why('csv', ['date', 'subaccount', 'debit', 'credit'])).toBe('passes');
    expect(why('csv', ['date', 'subaccount', 'debit'])).toBe('adviser.layout');
    expect(why('csv', ['subaccount', 'debit', 'credit'])).toBe('adviser.layout');
    expect(why('fixed', ['date', 'subaccount', 'amount'])).toBe('adviser.layout');
  });
});

describe('what a firm is sent', () => {
  const ask = (
    tenant: string,
    action: keyof typeof advisers.actions,
    { path = [], body, query }: { path?: string[]; body?: object; query?: Record<string, string> } = {},
  ) => {
    const { route, profile } = advisers.actions[action];
    const left = [...path];
    const asked = route.replace(/\{\w+\}/g, () => left.shift() ?? '');
    const handler = profile === 'queries' ? queries : profile === 'commands' ? commands : documents;
    return call(handler, asked, route, { tenant, ...(body ? { body } : {}), ...(query ? { query } : {}) });
  };

  it('is what it has not got yet, once; again only with a reason, with the same numbers', async () => {
    const { tenant, bill, supplier } = await exampleQuarter();
    const made = await ask(tenant, 'createAdviser', { body: { name: 'Gestoría Robles', padding: false } });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const { id } = made.body;
    const preview = async () => (await ask(tenant, 'getAdviserPreview', { path: [id], query: { period: '2026-2T' } })).body;
    const send = (more: object = {}) => ask(tenant, 'createAdviserExport', { path: [id], body: { period: '2026-2T', ...more } });
    const first = await preview();
    expect(first).toMatchObject({ entries: 13, balanced: false, newParties: 4, missing: { code: 'adviser_export.unmapped' } });
    expect(first.debit).toEqual(first.credit);
    expect(first.unmapped.map(({ account }: { account: string }) => account).sort()).toEqual([
      '213',
      '472',
      '477',
      '600',
      '607',
      '608',
      '705',
    ]);
    expect((await send()).body.code).toBe('adviser_export.unmapped');
    const csv = `Cuenta;Subcuenta\r\n${['213', '472', '477', '600', '607', '705'].map((code) => `${code};${code}00001`).join('\r\n')}`;
    expect((await ask(tenant, 'putAdviserAccounts', { path: [id], body: { csv: csv.replace('Sub', 'Otra ') } })).body.code).toBe(
      'adviser.accounts',
    );
    await ask(tenant, 'putAdviserAccounts', { path: [id], body: { csv } });
    await ask(tenant, 'patchAdviser', { path: [id], body: { padding: true } });
    expect(await preview()).toMatchObject({ balanced: true, padded: [{ account: '608', subaccount: '60800000' }] });
    const sent = await send();
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
    expect(sent.body).toMatchObject({ entries: 13, firstNumber: 1, lastNumber: 13 });
    const zip = fileAt(sent.body.url);
    expect([...zip.keys()]).toEqual(['asientos.csv', 'subcuentas.csv', 'resumen.json']);
    const amounts = String(zip.get('asientos.csv'))
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';').slice(-2));
    const total = (at: 0 | 1) => amounts.reduce((sum, cells) => sum + Math.round(Number((cells[at] || '0').replace(',', '.')) * 100), 0);
    expect([total(0), total(1)]).toEqual([total(1), Number(sent.body.total.amount.replace('.', ''))]);
    // The same entries are refused, those that came later go by themselves, and number on.
    expect((await send()).body).toMatchObject({ code: 'adviser_export.nothing_new', params: { why: 'sent' } });
    await bill(supplier, 'A-9', '10.00', 'IVA-G');
    expect((await send()).body).toMatchObject({ entries: 1, firstNumber: 14, lastNumber: 14 });
    const again = await send({ again: { exportId: sent.body.id, reason: 'No abría el fichero' } });
    expect(again.body).toMatchObject({ entries: 13, firstNumber: 1, again: { reason: 'No abría el fichero' }, total: sent.body.total });
    expect(String(fileAt(again.body.url).get('asientos.csv'))).toBe(String(zip.get('asientos.csv')));
    expect((await ask(tenant, 'patchAdviser', { path: [id], body: { digits: 10 } })).body).toMatchObject({
      code: 'adviser.fixed',
      field: 'body.digits',
    });
    expect((await ask(tenant, 'createAdviserExport', { path: [id], body: { period: '2026-1T' } })).body.params).toMatchObject({
      why: 'empty',
    });
    const listed = await ask(tenant, 'listAdviserExports', { path: [id] });
    expect(listed.body.items).toHaveLength(3);
    const read = await ask(tenant, 'getAdviserExport', { path: [sent.body.id] });
    expect(fileAt(read.body.url).size).toBe(3);
    const { accounts } = (await ask(tenant, 'getAdviser', { path: [id] })).body;
    expect(accounts).toHaveLength(6);
    expect((await ask(tenant, 'listAdvisers')).body.items).toMatchObject([{ id, name: 'Gestoría Robles' }]);
  });
});
