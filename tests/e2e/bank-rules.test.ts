import { beforeAll, expect } from 'vitest';
import { BANK_IBAN, EXAMPLE_N43 } from '../support/bank-samples.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;

beforeAll(async () => {
  company = await foundCompany();
  const { tokens } = company;
  const post = (path: string, body: object) => done(send(`POST ${path}`, { token: tokens.owner, body }));
  if (new Date().getFullYear() !== 2026) await post('/fiscal-years', { year: '2026' });
  await post('/banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572' });
});

test('a rule is written, tested, switched on, takes the fee of a statement, and its run is undone', { timeout: 240_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: '/banking/rules/new' });
  await signIn(page, company.people.accountant);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nombre', { exact: false }).first().fill('Comisiones del banco');
  await dialog.getByLabel('El texto dice').fill('comision');
  await dialog.getByLabel('Importe hasta').fill('60');
  await dialog
    .getByRole('textbox', { name: 'Cuenta', exact: true })
    .or(dialog.getByRole('combobox', { name: 'Cuenta', exact: true }))
    .first()
    .fill('626');
  await page.keyboard.press('Tab');
  // The chart has come: the account is one of it.
  await dialog.getByRole('button', { name: 'Guardar' }).and(page.locator(':enabled')).waitFor();
  await screenshot('bank-rule-form');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('heading', { level: 1, name: 'Comisiones del banco' }).waitFor();
  // Untested, it cannot be switched on.
  await page.getByRole('button', { name: 'Probar', exact: true }).click();
  await page.getByText(/De 0 movimientos toma 0/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Activar', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Activar' }).click();
  await page.getByText('Comisiones del banco está activa.').waitFor();
  await page.goto(new URL('/banking/statements/new', page.url()).href);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '2026-03.n43', mimeType: 'text/plain', buffer: Buffer.from(EXAMPLE_N43, 'latin1') });
  await page.getByText('4 movimientos nuevos; 0 ya estaban.').waitFor({ timeout: 90_000 });
  await page.goto(new URL('/banking/statements', page.url()).href);
  await page.getByRole('link', { name: /EB-/ }).first().click();
  await page.getByText('1 movimiento conciliado solo (1 por reglas).').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'por una regla (versión 1)' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-statement-matched');
  // With lines of the past the test has something to tell.
  await page.getByRole('link', { name: 'por una regla (versión 1)' }).click();
  await page.getByRole('button', { name: 'Probar', exact: true }).click();
  await page.getByText(/De 4 movimientos toma 1/).waitFor({ timeout: 60_000 });
  await screenshot('bank-rule-tested');
  expect(await axeViolations(page)).toEqual([]);
  await page.goBack();
  await page.getByRole('button', { name: 'Deshacer esta conciliación automática' }).click();
  await page.getByText(/Se deshizo 1\./).waitFor({ timeout: 60_000 });
  await page.goto(new URL('/banking/habits', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Lo aprendido del banco' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-habits');
});

test('a ready-made rule is taken with the count of its lines, and a rule enters bills of a supplier, on a telephone too', {
  timeout: 240_000,
}, async ({ visit }) => {
  const { tokens } = company;
  const supplier = { name: 'Suministros del Sur SL', taxId: 'B58378431', account: '410', expenseAccount: '628', paymentDays: 30 };
  await done(send('POST /payables/suppliers', { token: tokens.owner, body: supplier }));
  const { page, screenshot } = await visit({ path: '/banking/rules' });
  await signIn(page, company.people.accountant);
  await page.getByRole('link', { name: 'Reglas para usted' }).click();
  await page.getByRole('heading', { level: 1, name: 'Reglas para usted' }).waitFor();
  await page.getByText(/Contadas sobre los últimos 4 movimientos/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-rule-offers');
  const offer = page.getByRole('listitem').filter({ hasText: 'Pago de nóminas' });
  await offer.getByRole('button', { name: 'Tomar esta regla' }).click();
  await page.getByRole('heading', { level: 1, name: 'Pago de nóminas' }).waitFor();
  await page.getByText('465', { exact: false }).first().waitFor();
  await page.goto(new URL('/banking/rules/new', page.url()).href);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nombre', { exact: false }).first().fill('Luz');
  await dialog.getByLabel('El texto dice').fill('suministros del sur');
  await dialog
    .getByRole('combobox', { name: 'Qué hace' })
    .or(dialog.getByRole('textbox', { name: 'Qué hace' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Una factura pagada, con su IVA' }).click();
  await dialog.getByLabel('Proveedor').first().fill('Suministros');
  await page.getByRole('option', { name: /Suministros del Sur/ }).click();
  await screenshot('bank-rule-bill');
  expect(await axeViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('heading', { level: 1, name: 'Luz' }).waitFor();
  await page.getByRole('button', { name: 'Probar', exact: true }).click();
  // 484.00 twice, of which 84.00 is tax.
  await page.getByText(/De 4 movimientos toma 2/).waitFor({ timeout: 60_000 });
  await page.getByText('168,00').first().waitFor();
  await screenshot('bank-rule-bill-tested');
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(new URL('/banking/rules/offers', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Reglas para usted' }).waitFor();
  await page.getByRole('link', { name: 'Ver la regla' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('bank-rule-offers-phone');
});
