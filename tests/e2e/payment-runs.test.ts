import { beforeAll, expect } from 'vitest';
import { addDays } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { eur } from '../support/receivables.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  company = await foundCompany();
  const { tokens } = company;
  await done(send('PATCH /company', { token: tokens.owner, body: { iban: 'ES9121000418450200051332' } }));
  const supplier = { name: 'Talleres Robla, S.L.', account: '410', expenseAccount: '622', iban: 'ES7921000813610123456789' };
  const { id: supplierId } = await done(send('POST /payables/suppliers', { token: tokens.integration, body: supplier }));
  const bill = { supplierId, reference: 'A-118', date: today, dueDate: addDays(today, 2), lines: [{ net: eur('100.00') }] };
  await done(send('POST /payables/bills', { token: tokens.accountant, body: bill }));
  await eventually('the bill is found to be due', async () => {
    const body = { until: addDays(today, 7) };
    return (await send('POST /treasury/payment-runs?dryRun=true', { token: tokens.owner, body })).status < 300;
  });
});

test('a payment run is proposed with its lines, approved by two, given to the bank and posted; cash is forecast', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/treasury/payment-runs/new' });
  expectProblem(/422 POST .*approval\?dryRun=true/);
  await signIn(page, company.people.accountant);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^1 pago por 121,00/).waitFor();
  await screenshot('payment-run-new');
  await dialog.getByRole('button', { name: 'Proponer', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Remesa RM-/ }).waitFor();
  const address = new URL(page.url()).pathname;
  const approve = async (on: typeof page) => {
    await on.getByRole('button', { name: 'Aprobar', exact: true }).click();
    // The IBAN is of today: whoever approves says that it was checked.
    await on
      .getByRole('dialog')
      .getByRole('checkbox', { name: /He comprobado/ })
      .check();
    await on
      .getByRole('dialog')
      .getByRole('status')
      .getByText(/aprobación/)
      .waitFor();
    await on.getByRole('dialog').getByRole('button', { name: 'Aprobar', exact: true }).click();
    await on.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await approve(page);
  const other = await visit({ path: address });
  other.expectProblem(/422 POST .*approval\?dryRun=true/);
  await signIn(other.page, company.people.owner);
  await approve(other.page);
  await other.page.getByText('En el banco').first().waitFor({ timeout: 90_000 });
  await other.page.getByRole('button', { name: 'Registrar el pago del banco' }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Registrar el pago del banco' }).click();
  await other.page
    .getByRole('row', { name: /^410 .*121,00/ })
    .first()
    .waitFor();
  expect(await axeViolations(other.page)).toEqual([]);
  await other.screenshot('payment-run');
  await other.page.goto(new URL('/treasury/cash', other.page.url()).href);
  await other.page.getByRole('img', { name: /se espera llegar a/ }).waitFor();
  await other.page.getByLabel('Todos pagan más tarde (días)').fill('10');
  await other.page.getByRole('row', { name: /^Total/ }).waitFor();
  expect(await axeViolations(other.page)).toEqual([]);
  await other.screenshot('cash');
  expect(await other.page.getByRole('row').count()).toBeGreaterThan(13);
});
