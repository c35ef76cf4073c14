import { expect, it } from 'vitest';
import { handler as statements } from '../../../functions/finance/statements/queries.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { books, postLines } from '../../support/ledger.ts';
import { projectCompany } from '../../support/projection.ts';

const FILE =
  'cuenta;nombre;debe;haber\n57200000;Bancos;5.000,00;\n2160000;Mobiliario;3.000,00;\n10000000;Capital;;6.500,00\n4300009;Clientes anteriores;500,00;\n11300000;Reservas;;2.000,00\n';
const open = (tenant: string, csv = FILE, more: object = {}, year = '2026') => books(tenant, 'openBooks', { body: { year, csv }, ...more });

it('opens the books once with the balances of another program, which are no movement of the year', async () => {
  const { tenant } = await newCompany(newTenant());
  const faulty = await open(tenant, FILE, { query: { dryRun: 'true' } });
  expect(faulty.status, JSON.stringify(faulty.body)).toBe(400);
  expect(faulty.body).toMatchObject({
    code: 'opening.faulty',
    params: { count: 1, debit: '8500.00', credit: '8500.00' },
    faults: [
      { field: 'lines.5.account', code: 'opening.row', params: { why: 'unknown', account: '4300009', name: 'Clientes anteriores' } },
    ],
  });
  await books(tenant, 'createAccount', { body: { code: '4300009', name: 'Clientes anteriores' } });
  const opened = await open(tenant);
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  expect(opened.body).toMatchObject({ date: '2026-01-01', text: 'Asiento de apertura 2026', period: '2026-01' });
  expect(opened.body.lines.map(({ account }: { account: string }) => account)).toEqual(['100', '113', '216', '4300009', '572']);
  expect((await open(tenant)).body).toMatchObject({ code: 'opening.exists', params: { entry: opened.body.id } });

  await postLines(tenant, '2026-02-01', 'Cobro', ['572', '500.00'], ['4300009', '-500.00']);
  await projectCompany(tenant);
  const statement = async (name: string, query: object = {}) =>
    (
      await call(statements, `GET /statements/${name}`, 'GET /statements/{statement}', {
        tenant,
        query: { date: '2026-12-31', consistent: 'true', ...query },
      })
    ).body;
  const flow = await statement('cash-flow-indirect');
  const amountOf = (id: string) => flow.lines.find((line: { id: string }) => line.id === id).amounts[0].amount;
  expect(flow).toMatchObject({ balanced: true, unassigned: [] });
  expect(['61302', '63101', '65000', '65100', '65200'].map(amountOf)).toEqual(['500.00', '0.00', '500.00', '5000.00', '5500.00']);
  const equity = await statement('equity-changes');
  expect(equity.balanced).toBe(true);
  const totals = equity.lines.map(({ id, amounts }: { id: string; amounts: { amount: string }[] }) => [id, amounts.at(-1)?.amount]);
  expect(Object.fromEntries(totals)).toMatchObject({ O: '8500.00', II: '0.00', III: '0.00', F: '8500.00' });
  expect((await statement('balance-sheet')).balanced).toBe(true);

  await books(tenant, 'reverseEntry', { path: [opened.body.id], body: { date: '2026-01-01', reason: 'Otro fichero' } });
  expect((await open(tenant)).status).toBe(201);
});

it('refuses what cannot open the books, with the way out', async () => {
  const { tenant } = await newCompany(newTenant());
  const refused = async (csv: string, year?: string) => (await open(tenant, csv, {}, year)).body;
  expect(await refused('cuenta;debe;haber\n572;1,00;\n100;;1,01\n')).toMatchObject({
    code: 'opening.unbalanced',
    params: { debit: '1.00', credit: '1.01', difference: '0.01' },
  });
  expect(await refused('cuenta;debe;haber\n572;0,00;\n')).toMatchObject({ code: 'opening.empty' });
  expect(await refused('cuenta;debe;haber\n430;1,00;\n100;;1,00\n')).toMatchObject({
    faults: [{ params: { why: 'control', instead: '43009' } }],
  });
  expect(await refused(FILE, '2031')).toMatchObject({ status: 404, code: 'fiscal_year.not_found' });
  await books(tenant, 'openFiscalYear', { body: { year: '2025' } });
  expect(await refused(FILE)).toMatchObject({ code: 'opening.not_first', params: { first: '2025' } });
  expect((await open(tenant, FILE, { roles: ['auditor'] })).status).toBe(403);
});
