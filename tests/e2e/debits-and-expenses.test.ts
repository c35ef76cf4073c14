import { beforeAll, expect } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const today = new Date().toISOString().slice(0, 10);

/** A customer who owes 121.00 by today, and whose mandate the program has entered. */
beforeAll(async () => {
  company = await foundCompany();
  const { tokens } = company;
  await done(send('PATCH /company', { token: tokens.owner, body: { iban: 'ES9121000418450200051332' } }));
  const customer = {
    ...{ name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 0 },
    address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  };
  const { id: customerId } = await done(send('POST /customers', { token: tokens.owner, body: customer }));
  const draft = { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '100' }] };
  const { id } = await done(send('POST /invoice-drafts', { token: tokens.owner, body: draft }));
  await done(send(`POST /invoice-drafts/${id}/issue`, { token: tokens.owner, body: {} }));
  const mandate = { customerId, signedOn: addDays(today, -30), iban: 'ES7921000813610123456789' };
  await done(send('POST /treasury/mandates', { token: tokens.integration, body: mandate }));
  await eventually('the invoice is found to be due', async () => {
    return (await send('POST /treasury/debit-runs?dryRun=true', { token: tokens.owner, body: {} })).status < 300;
  });
});

test('direct debits are proposed, approved by one, given to the bank, posted, and one comes back', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/treasury/debit-runs/new' });
  expectProblem(/422 POST .*approval\?dryRun=true/);
  await signIn(page, company.people.accountant);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^1 adeudo por 121,00/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('debit-run-new');
  await dialog.getByRole('button', { name: 'Proponer', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Remesa RM-/ }).waitFor();
  await page.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await dialog.getByRole('checkbox', { name: /He comprobado/ }).check();
  await dialog
    .getByRole('status')
    .getByText(/Basta esta aprobación/)
    .waitFor();
  await dialog.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await page.getByText('En el banco').first().waitFor({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Registrar el cobro del banco' }).click();
  await dialog.getByRole('button', { name: 'Registrar el cobro del banco' }).click();
  await page.getByRole('button', { name: /^Registrar la devolución del adeudo/ }).click();
  await dialog.getByLabel('Comisión del banco').fill('3,50');
  await dialog.getByText(/Se anula el cobro de 121,00/).waitFor();
  await screenshot('debit-return');
  await dialog.getByRole('button', { name: 'Registrar la devolución' }).click();
  await page.getByText(/^Devuelto el .*AM04/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('debit-run');
  await page.goto(new URL('/treasury/mandates', page.url()).href);
  await page.getByRole('link', { name: /^MD-/ }).first().click();
  await page.getByText('Vigente').first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('mandate');
  await page.goto(new URL('/treasury/mandates/new', page.url()).href);
  await dialog.getByLabel('IBAN del deudor').fill('ES00');
  await dialog.getByText('No es un IBAN correcto').waitFor();
  await screenshot('mandate-new');
});

test('expenses are submitted by who paid them, and approved by another', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/expenses/new' });
  await signIn(page, company.people.sales);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motivo').fill('Feria de Madrid');
  await dialog.getByLabel('Importe pagado').fill('110');
  await dialog.getByRole('checkbox', { name: /a nombre de la empresa/ }).check();
  await dialog.getByLabel('Quién la expide').fill('Hotel Sol, S.A.');
  await dialog.getByLabel('NIF de quien la expide').fill('A58818501');
  await dialog.getByLabel('Número de la factura').fill('H-118');
  await dialog.getByText(/Son 110,00/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('expense-new');
  await dialog.getByRole('button', { name: 'Presentar' }).click();
  await page.getByRole('heading', { level: 1, name: /^Nota de gastos GE-/ }).waitFor();
  const other = await visit({ path: new URL(page.url()).pathname });
  await signIn(other.page, company.people.accountant);
  await other.page.getByRole('button', { name: 'Aprobar', exact: true }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Aprobar', exact: true }).click();
  await other.page
    .getByRole('row', { name: /^4650 .*110,00/ })
    .first()
    .waitFor();
  expect(await axeViolations(other.page)).toEqual([]);
  await other.screenshot('expense');
});
