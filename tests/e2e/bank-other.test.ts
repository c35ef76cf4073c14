import { beforeAll, expect } from 'vitest';
import { norma43 } from '../support/bank-samples.ts';
import { bankOf } from '../support/bank-upload.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Response, Tenant } from '../support/http.ts';
import { eur } from '../support/receivables.ts';
import { foundCompany } from '../support/trading-company.ts';

type Body = Response['body'];
let company: Tenant;
const made: { bank?: Body; dollars?: Body; invoice?: Body; bill?: Body; lines: Body[]; fee?: Body } = { lines: [] };
const US_IBAN = 'ES7921000813610123456789';

/** An invoice of 1,210.00 and a bill of 484.00 whose payments the bank tells without a name, in parts; a month that is locked. */
beforeAll(async () => {
  company = await foundCompany();
  const { post, put, account, take } = bankOf(company);
  if (new Date().getFullYear() !== 2026) await post('/fiscal-years', { year: '2026' });
  const { id: customerId } = await post('/customers', { name: 'Cafés Levante, S.L.', taxId: 'B58378431', paymentDays: 30 });
  const lines = [{ name: 'Asesoría', quantity: '1', price: '1000' }];
  const { id: draftId } = await post('/invoice-drafts', { customerId, date: '2026-03-02', lines });
  made.invoice = await post(`/invoice-drafts/${draftId}/issue`, {});
  const { id: supplierId } = await post('/payables/suppliers', {
    name: 'Suministros del Sur, S.L.',
    account: '410',
    expenseAccount: '628',
  });
  const bill = { supplierId, reference: 'S-1', date: '2026-03-01', receivedOn: '2026-03-03', lines: [{ net: eur('400.00') }] };
  made.bill = await post('/payables/bills', bill);
  await put('/dimensions/centro', { name: 'Centro', values: [{ code: 'MAD', name: 'Madrid' }] });
  made.bank = await account();
  const movements = [
    { date: '2026-01-15', amount: -350, text: 'COMISION' },
    { date: '2026-04-03', amount: 50_000, text: 'INGRESO EN EFECTIVO' },
    { date: '2026-04-05', amount: -10_000, text: 'PAGO CON TARJETA' },
  ];
  made.lines = await take(
    made.bank.id,
    norma43(movements, { opening: 100_000, from: '2026-01-01', to: '2026-04-30', iban: made.bank.iban }),
  );
  await put('/periods/2026-01', { state: 'locked' });
  await post('/accounts', { code: '5730001', name: 'Cuenta en dólares', currency: 'USD' });
  made.dollars = await account({ name: 'Dólares', iban: US_IBAN, account: '5730001', currency: 'USD' });
  const dollars = norma43([{ date: '2026-04-08', amount: -1100, text: 'MONTHLY FEE' }], {
    ...{ opening: 100_000, from: '2026-04-01', to: '2026-04-30', iban: US_IBAN, currency: '840' },
  });
  [made.fee] = await take(made.dollars.id, dollars);
}, 120_000);

test('a line of a locked month is posted on the first open day, a part pays any invoice and the rest stays on account, all by keys', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { get } = bankOf(company);
  const { page, screenshot, expectProblem } = await visit({ path: `/banking/matching?account=${made.bank.id}` });
  expectProblem(/^422 POST .*\/match$/);
  await signIn(page, company.people.accountant);
  const whole = page.getByText('El movimiento está explicado entero.');
  await page.getByRole('heading', { level: 2, name: /3,50/ }).waitFor();
  await page.getByText(/^Nada de lo pendiente encaja\./).waitFor();
  await page.keyboard.press('s');
  await page.keyboard.type('626');
  await page.keyboard.press('Tab');
  await whole.waitFor();
  // The cost centre is told, too.
  await page
    .getByRole('combobox', { name: 'Analítica' })
    .or(page.getByRole('textbox', { name: 'Analítica' }))
    .first()
    .click();
  await page.getByRole('option', { name: 'Madrid' }).click();
  await page.getByRole('button', { name: 'Aceptar' }).click();
  await page.getByText(/está bloqueado para siempre/).waitFor();
  const day = page.getByRole('textbox', { name: 'Día del asiento' });
  await expect.poll(() => day.inputValue()).toBe('01/02/2026');
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-matching-locked');
  await page.getByRole('button', { name: 'Aceptar' }).click();
  await page.getByRole('heading', { level: 2, name: /500,00/ }).waitFor();
  const fee = await get(`/banking/lines/${made.lines[0].id}`);
  expect(fee.match.on).toBe('2026-02-01');
  expect(JSON.stringify(fee.entries)).toContain('"MAD"');
  // Nobody proposed the invoice: it is looked for, and paid in part.
  await page.keyboard.press('o');
  await page.keyboard.type('levante');
  await page.getByRole('option', { name: /F2026-.*Cafés Levante.*1\.210,00/ }).waitFor();
  await page.keyboard.press('Enter');
  await whole.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('300');
  await page.getByText(/Falta por explicar\s200,00/).waitFor();
  await page.getByRole('combobox', { name: 'Otro documento, o a cuenta' }).focus();
  await page.keyboard.type('levante');
  await page.getByRole('option', { name: /A cuenta de Cafés Levante/ }).waitFor();
  await page.keyboard.press('Enter');
  await whole.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-matching-other');
  await page.getByRole('button', { name: 'Aceptar' }).press('Enter');
  await page.getByRole('heading', { level: 2, name: /100,00/ }).waitFor();
  const [receipt] = (await get(`/banking/lines/${made.lines[1].id}`)).match.parts;
  expect(receipt).toMatchObject({ as: 'receipt', amount: { amount: '500.00' } });
  expect((await get(`/receipts/${receipt.id}`)).open.amount).toBe('200.00');
  expect((await get(`/invoices/${made.invoice.id}`)).open.amount).toBe('910.00');
});

test('in English and on a telephone a bill is paid in part, and a currency without a rate asks for it', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { get } = bankOf(company);
  const look = { locale: 'en-GB', width: 390 };
  const { page, screenshot, expectProblem } = await visit({ path: `/banking/matching?line=${made.lines[2].id}`, ...look });
  expectProblem(/^422 POST .*\/match$/);
  await signIn(page, company.people.accountant);
  await page.getByRole('heading', { level: 2, name: /100\.00/ }).waitFor();
  await page.keyboard.press('o');
  await page.keyboard.type('suministros');
  await page.getByRole('option', { name: /S-1.*Suministros.*484\.00/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The whole line is told.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('bank-matching-other-phone');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Matched.').first().waitFor();
  expect((await get(`/payables/bills/${made.bill.id}`)).open.amount).toBe('384.00');
  await page.goto(new URL(`/banking/matching?line=${made.fee.id}`, page.url()).href);
  await page.getByRole('heading', { level: 2, name: /11\.00/ }).waitFor();
  await page.keyboard.press('s');
  await page.keyboard.type('626');
  await page.keyboard.press('Tab');
  await page.getByText('The whole line is told.').waitFor();
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('textbox', { name: 'Rate: USD for one euro' }).fill('1.1');
  await screenshot('bank-matching-rate-phone');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('Every line is matched.').waitFor();
  // 11.00 dollars at 1.10 for a euro are 10.00 euros.
  const { entries } = await get(`/banking/lines/${made.fee.id}`);
  expect(entries[0].lines.find((line: Body) => line.account === '626').debit.amount).toBe('10.00');
});
