import { readFile } from 'node:fs/promises';
import { beforeAll, expect } from 'vitest';
import { addDays, addMonths, monthOf, yearOf } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
let today = '';
/** The month before this one. */
let month = '';

/** Since the month before, 1,000.00 USD at 1.10: 909.09 in the books. */
async function owesSince(customerId: string): Promise<void> {
  month = addMonths(monthOf(today), -1);
  const owner = { token: company.tokens.owner };
  if (yearOf(month) !== yearOf(today)) await done(send('POST /fiscal-years', { ...owner, body: { year: yearOf(month) } }));
  await done(send(`PUT /exchange-rates/${month}-10`, { ...owner, body: { rates: { USD: '1.10' } } }));
  const lines = [{ name: 'Asesoría', quantity: '1', price: '1000', taxCode: 'NO-SUJETA' }];
  const { id } = await done(send('POST /invoice-drafts', { ...owner, body: { customerId, currency: 'USD', lines } }));
  await done(send(`POST /invoice-drafts/${id}/issue`, { ...owner, body: { date: `${month}-10` } }));
}

beforeAll(async () => {
  company = await foundCompany();
  today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Madrid' }).format();
  const token = company.tokens.accountant;
  await done(send(`PUT /exchange-rates/${today}`, { token, body: { rates: { USD: '1.10' } } }));
  const address = { street: '210 Commercial Street', postalCode: '04101', city: 'Portland', country: 'US' };
  const body = { name: 'Harbor & Pine, Inc.', address };
  const { id: customerId } = await done(send('POST /customers', { token: company.tokens.sales, body }));
  await owesSince(customerId);
}, 60_000);

test('an invoice in dollars is drafted, issued and paid with what the bank gave', { timeout: 150_000 }, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/invoice-drafts/new' });
  // Facturae has no party without a tax id.
  expectProblem(/422 GET .*e-invoice\?syntax=facturae/);
  await signIn(page, company.people.owner);
  await page.getByRole('combobox', { name: 'Cliente', exact: true }).fill('harbor');
  await page.getByRole('option', { name: /^Harbor/ }).click();
  await page.getByRole('combobox', { name: 'Divisa' }).click();
  await page.getByRole('option', { name: 'USD' }).click();
  const line = page.getByRole('listitem', { name: 'Línea 1', exact: true });
  await line.getByLabel('Concepto').fill('Asesoría');
  await line.getByLabel('Precio').fill('1000');
  await line.getByLabel('IVA').selectOption('NO-SUJETA');
  await page.getByText('1.000,00 US$').first().waitFor();
  await screenshot('invoice-draft-usd');
  await page.getByRole('button', { name: 'Guardar y emitir' }).click();
  const issuing = page.getByRole('dialog');
  await issuing
    .getByText(/1\.000,00.US\$/)
    .first()
    .waitFor();
  await screenshot('invoice-issue-usd');
  await issuing.getByRole('button', { name: 'Emitir' }).click();
  await page.getByText(/a 1,1 USD por euro/).waitFor();
  await screenshot('invoice-usd');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /en UBL$/ }).click()]);
  expect(file.suggestedFilename()).toMatch(/^F\d{4}-\d{6}-ubl\.xml$/);
  const text = await readFile(await file.path(), 'utf8');
  for (const stated of ['<cbc:PayableAmount currencyID="USD">1000.00<', '<cbc:TaxCurrencyCode>EUR<', '<cbc:ID>O<'])
    expect(text).toContain(stated);
  await page.getByRole('button', { name: /en Facturae$/ }).click();
  await page.getByText('Harbor & Pine, Inc. no tiene NIF en el documento').waitFor();
  await page.getByRole('button', { name: 'Registrar cobro' }).click();
  const paying = page.getByRole('dialog');
  await paying.getByLabel('Abonado en la cuenta').fill('900');
  await paying.getByRole('row', { name: /^430 .*900,00/ }).waitFor();
  await screenshot('receipt-usd');
  await paying.getByRole('button', { name: 'Registrar cobro' }).click();
  await page.getByText('Cobrada').first().waitFor();
  await screenshot('invoice-usd-paid');
  const token = company.tokens.accountant;
  const { items } = await done(send('GET /exchange-differences', { token }));
  expect(items.map((one: { result: { amount: string } }) => one.result.amount)).toEqual(['-9.09']);
  await page.goto(new URL('/receipts/new', page.url()).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(new URL('/invoices', page.url()).href);
  await page.getByText('Harbor & Pine, Inc.').first().waitFor();
  await screenshot('invoices-usd');
});

test('a bank account in dollars is opened, and holds what is posted on it', { timeout: 150_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/accounts' });
  await signIn(page, company.people.accountant);
  await page.getByRole('button', { name: 'Nueva cuenta' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Código').fill('5730001');
  await dialog.getByRole('textbox', { name: 'Nombre' }).first().fill('Bank of Maine');
  await dialog.getByRole('combobox', { name: 'Divisa' }).click();
  await page.getByRole('option', { name: 'USD' }).click();
  await screenshot('account-usd');
  await dialog.getByRole('button', { name: 'Crear la cuenta' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto(new URL('/journal/new', page.url()).href);
  await page.getByRole('textbox', { name: 'Concepto' }).first().fill('Compra de dólares');
  const [bought, paid] = [1, 2].map((no) => page.getByRole('listitem', { name: `Línea ${no}`, exact: true }));
  await bought?.getByRole('combobox').fill('5730001');
  await page.getByRole('option', { name: /^5730001/ }).click();
  await bought?.getByLabel('Debe').fill('100');
  await bought?.getByLabel('En divisa').fill('110');
  await paid?.getByRole('combobox').fill('572');
  await page.getByRole('option', { name: /^572 / }).click();
  await paid?.getByLabel('Haber').fill('100');
  await page.getByRole('row', { name: /^5730001 .*110,00.US\$/ }).waitFor();
  await screenshot('entry-usd');
  await page.getByRole('button', { name: 'Contabilizar' }).click();
  await page.getByRole('heading', { level: 1, name: 'Compra de dólares' }).waitFor();
  await page.goto(new URL('/accounts/5730001', page.url()).href);
  await page.getByText(/Saldo en divisa: 110,00.US\$/).waitFor();
  await screenshot('account-usd-ledger');
});

test('what is owed in dollars is valued at the end of a month, and taken back on the first day of the next', { timeout: 150_000 }, async ({
  visit,
}) => {
  const [end, next] = [addDays(`${monthOf(today)}-01`, -1), `${monthOf(today)}-01`];
  const { page, screenshot } = await visit({ path: '/exchange-rates' });
  await signIn(page, company.people.accountant);
  await page.getByRole('button', { name: 'Poner un tipo' }).click();
  const dialog = page.getByRole('dialog');
  const shown = (date: string) => date.split('-').reverse().join('/');
  await dialog.getByRole('textbox', { name: 'Fecha' }).fill(shown(end));
  await dialog.getByLabel('Tipo de cambio (USD por euro)').fill('1,25');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('row', { name: `${shown(end)} 1,25 a mano` }).waitFor();

  await page.goto(new URL('/exchange-differences', page.url()).href);
  await page.getByRole('button', { name: 'Valorar saldos' }).click();
  // 1,000.00 by 1.25 is 800.00: 109.09 less than in the books, on 668 and 4304.
  await dialog.getByRole('row', { name: /^668 .*109,09/ }).waitFor();
  await dialog.getByRole('row', { name: /^4304 .*109,09/ }).waitFor();
  await screenshot('revaluation');
  await dialog.getByRole('button', { name: 'Contabilizar' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: new RegExp(`${shown(end)}.*-109,09`) }).waitFor();
  await page.getByRole('row', { name: new RegExp(`${shown(next)}.* 109,09`) }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('revaluation-posted');
});
