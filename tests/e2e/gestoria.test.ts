import { beforeAll, expect } from 'vitest';
import { quarterOf } from '../../shared/domain/finance/tax/tax-period.ts';
import { addDays } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { eur, line } from '../support/ledger.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const today = new Date().toISOString().slice(0, 10);
const period = quarterOf(today);

/** An invoice, a rent that comes again each month, and an impaired asset. */
beforeAll(async () => {
  company = await foundCompany();
  const ask = (route: string, body?: object) => done(send(route, { token: company.tokens.owner, ...(body ? { body } : {}) }));
  const { id: customerId } = await ask('POST /customers', { name: 'Librería Cervantes, S.L.', taxId: 'B58378431' });
  const { id } = await ask('POST /invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '1000' }] });
  await ask(`POST /invoice-drafts/${id}/issue`, {});
  const rent = { date: today, text: 'Alquiler de la nave', lines: [line('621', '850.00'), line('572', '-850.00')] };
  const { id: entryId } = await ask('POST /journal-entries', rent);
  await ask('POST /recurring-entries', { entryId, every: 'month', next: addDays(today, 5) });
  const asset = { name: 'Horno', account: '213', cost: eur('12000.00'), inUseOn: today, method: 'straight-line', percent: '12' };
  const { id: assetId } = await ask('POST /assets', asset);
  await ask(`POST /assets/${assetId}/impairment`, { amount: eur('500.00'), reason: 'Avería' });
});

test('what the gestoría asks for: boxes 43 and 44, entries with its subaccounts once, and again with a reason', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/tax-returns?form=303&period=${period}` });
  await signIn(page, company.people.accountant);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: `Indicar importe de la casilla 43 de ${period}` }).click();
  await dialog.getByLabel('Importe').fill('-120,00');
  await dialog.getByLabel('Motivo y cálculo').fill('Venta del horno viejo');
  await dialog.getByRole('button', { name: 'Indicar importe' }).click();
  await page.getByText('Venta del horno viejo', { exact: true }).waitFor();
  await page.getByText(/son de las casillas 43 y 44/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('boxes-43-44');
  await page.goto(new URL('/advisers', page.url()).href);
  await page.getByRole('button', { name: 'Dar de alta una gestoría' }).click();
  await dialog.getByLabel('Nombre').fill('Gestoría Robles');
  await dialog.getByRole('button', { name: 'Dar de alta una gestoría' }).click();
  await page.getByRole('link', { name: 'Gestoría Robles' }).click();
  await page.getByText('57200000').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('adviser-preview');
  await page.getByRole('button', { name: 'Generar el fichero' }).click();
  await page.getByText(/La gestoría ya tiene todos los asientos/).waitFor();
  await page.getByRole('button', { name: /^Repetir · EG-/ }).click();
  await dialog.getByLabel('Motivo').fill('No abría el fichero');
  await dialog.getByRole('button', { name: 'Repetir', exact: true }).click();
  await page.getByText('Repetido: No abría el fichero').waitFor();
  await page.getByRole('button', { name: 'Formato del fichero' }).click();
  await dialog.getByLabel('Formato', { exact: true }).selectOption('fixed');
  await dialog.getByLabel(/^Columnas/).fill('fecha;;8\nsubcuenta;;12;der;0\nsigno;;1\nimporte;;12');
  await screenshot('adviser-layout');
  await dialog.getByLabel(/^De dónde sale/).fill('Carta de la gestoría');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText(/^Ancho fijo · Carta de la gestoría/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('adviser');
});

test('cash is forecast with what recurs and the drafts of returns; an impairment is taken back', {
  timeout: 120_000,
}, async ({ visit }) => {
  await eventually('the recurring entry is in the index', async () => {
    const { recurringEntries } = await done(send('GET /cash/forecast', { token: company.tokens.owner }));
    return recurringEntries.length === 1;
  });
  const { page, screenshot } = await visit({ path: '/treasury/cash' });
  await signIn(page, company.people.accountant);
  await page.getByRole('link', { name: 'Alquiler de la nave' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('cash-sources');
  await page.goto(new URL('/assets', page.url()).href);
  await page.getByRole('link', { name: 'Horno' }).click();
  await page.getByRole('button', { name: 'Revertir deterioro' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Importe/).fill('500,00');
  await dialog.getByLabel('Motivo').fill('Reparado');
  await dialog.getByText('Reversión del deterioro: Horno').waitFor();
  await screenshot('impairment-reversal');
  await dialog.getByRole('button', { name: 'Revertir deterioro' }).click();
  await page.getByText('Horno: deterioro revertido.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

const GROUP = 'Grupo III';
/** Clara earns 18,500.00, and a row that came later leaves her below it from July on. @returns the id of the table. */
async function shortOfTable(): Promise<string> {
  const ask = (route: string, body: object) => done(send(route, { token: company.tokens.owner, body }));
  const row = (from: string, annual: string) => ({ from, source: 'BOP 14/01/2026', rows: [{ group: GROUP, annual: eur(annual) }] });
  const { id: tableId } = await ask('POST /payroll/salary-tables', { name: 'Comercio', code: '36', ...row('2026-01-01', '18000.00') });
  const person = { givenName: 'Clara', familyName: 'Vega', startDate: '2026-01-01', position: 'Ventas' };
  const { id } = await ask('POST /people/employees', person);
  await ask(`PUT /people/employees/${id}/personal`, { taxId: '12345678Z', birthDate: '1990-05-04', family: [] });
  await ask(`POST /payroll/employees/${id}/terms`, {
    ...{ from: '2026-01-01', group: '7', contract: 'indefinite', annual: eur('18500.00'), extraMonths: [6, 12], accrual: 'half-year' },
    ...{ accident: { percent: '1.50', source: 'TGSS' }, table: { tableId, group: GROUP } },
  });
  await ask(`POST /payroll/salary-tables/${tableId}/rows`, row('2026-07-01', '19100.00'));
  return tableId;
}

test('how pay is counted, with a concept of the company; whom a new row leaves below the salary table is raised to it', {
  timeout: 120_000,
}, async ({ visit }) => {
  const tableId = await shortOfTable();
  const { page, screenshot } = await visit({ path: '/payroll/gestoria' });
  await signIn(page, company.people.payroll);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Cambiar cómo se calcula' }).click();
  await dialog.getByLabel(/^Tipo de retención/).selectOption('half-up');
  await dialog.getByLabel(/^Base mínima por hora/).fill('2026; 8,58; Orden PJC/297/2026');
  await dialog.getByLabel(/^Conceptos propios/).fill('Plus transporte; 2026-01; sí; no; 100,00; LIRPF art. 42.3');
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('pay-policies-dialog');
  await dialog.getByRole('button', { name: 'Guardar', exact: true }).click();
  await page.getByText('Se calcula así desde ahora.').waitFor();
  await page.getByText('Plus transporte; 2026-01; sí; no; 100,00; LIRPF art. 42.3', { exact: true }).waitFor();
  await page.getByText('Se redondean', { exact: true }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(new URL(`/payroll/salary-tables/${tableId}`, page.url()).href);
  await page.getByRole('button', { name: 'Subir a la tabla' }).click();
  await dialog.getByText(/^19\.100,00/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('raise-to-table-dialog');
  await dialog.getByRole('button', { name: 'Subir a la tabla' }).click();
  await page.getByText('Cobran según la tabla de Comercio.').waitFor();
  // Nobody is below it any more.
  await page.getByRole('heading', { name: 'Por debajo de la tabla' }).waitFor({ state: 'detached' });
  expect(await axeViolations(page)).toEqual([]);
});
