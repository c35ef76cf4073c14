import { beforeAll, expect } from 'vitest';
import { BANK_IBAN } from '../support/bank-samples.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const CSV = [
  'Movimientos de la cuenta',
  '',
  'F. Operación;F. Valor;Concepto;Más datos;Importe;Saldo',
  '03/03/2026;03/03/2026;TRANSFERENCIA DE CAFÉS;F2026-000123;1.210,00;2.460,00',
  '05/03/2026;05/03/2026;COMISIÓN;;-3,50;2.456,50',
].join('\r\n');

beforeAll(async () => {
  company = await foundCompany();
  const { tokens } = company;
  await done(send('POST /banking/accounts', { token: tokens.owner, body: { name: 'CaixaBank', iban: BANK_IBAN, account: '572' } }));
});

test('a CSV of a bank is told by looking at it, saved with its account, and its lines are found and taken along', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/banking/accounts' });
  await signIn(page, company.people.owner);
  await page.getByRole('link', { name: 'CaixaBank' }).first().click();
  await page.getByRole('button', { name: 'Cambiar la cuenta' }).click();
  await page.getByLabel('BIC').fill('caixesbbxxx');
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('CAIXESBBXXX').waitFor();
  await page.getByRole('button', { name: 'Columnas del CSV' }).click();
  const dialog = page.getByRole('dialog');
  // In the encoding of an older program.
  await dialog.locator('input[type=file]').setInputFiles({ name: 'm.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV, 'latin1') });
  await dialog.getByRole('rowheader', { name: /3.*2026/ }).waitFor();
  await dialog.getByText('TRANSFERENCIA DE CAFÉS F2026-000123').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-csv');
  // A column that is no amount is refused with its line.
  await dialog.getByRole('combobox', { name: 'Importe con signo' }).click();
  await page.getByRole('option', { name: 'Concepto' }).click();
  await dialog.getByText('Línea 4.').waitFor();
  await dialog.getByRole('combobox', { name: 'Importe con signo' }).click();
  await page.getByRole('option', { name: 'Importe' }).click();
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('Las columnas están guardadas.').waitFor();
  await page.goto(new URL('/banking/statements/new', page.url()).href);
  await page.getByRole('combobox', { name: 'Cuenta bancaria' }).click();
  await page.getByRole('option', { name: 'CaixaBank' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'marzo.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${CSV}`, 'utf16le') });
  await page.getByText('2 movimientos nuevos; 0 ya estaban.').waitFor({ timeout: 90_000 });
  await page.getByRole('link', { name: 'Extracto', exact: true }).click();
  await page.getByRole('link', { name: 'Todos los movimientos' }).click();
  await page.getByText('COMISIÓN').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-lines');
});

test('fits a phone', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/banking/accounts', width: 390 });
  await signIn(page, company.people.owner);
  await page.getByRole('link', { name: 'CaixaBank' }).first().click();
  await page.getByRole('heading', { name: 'CaixaBank' }).waitFor();
  await screenshot('bank-account-phone');
});
