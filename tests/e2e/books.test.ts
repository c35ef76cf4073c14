import { beforeAll, expect } from 'vitest';
import { signIn, test } from '../support/browser.ts';
import { send } from '../support/http.ts';
import { type LivingCompany, livingCompany } from '../support/http-company.ts';

let company: LivingCompany;

beforeAll(async () => {
  company = await livingCompany();
}, 120_000);

test('from the trial balance to the document in three clicks, and back to where one was', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/trial-balance' });
  await signIn(page, company.people.auditor);
  await page.getByText(/^Cuadra/).waitFor();
  await page
    .getByRole('link', { name: /^430\b/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^430/ }).waitFor();
  await page.locator('a[data-row]').first().click();
  await page.locator('main[data-path^="/journal/"] h1').waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Factura F/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^Factura F/ }).waitFor();
  await screenshot('drill-down-invoice');
  for (const place of [/\/journal\//, /\/accounts\/430/, /\/trial-balance/]) {
    await page.goBack();
    await page.waitForURL(place);
  }
  await page.getByText(/^Cuadra/).waitFor();
  // Who may only read sees nothing to change.
  await page.goto(new URL('/journal', page.url()).href);
  await page.getByRole('heading', { level: 1, name: 'Libro diario' }).waitFor();
  expect(await page.getByRole('link', { name: 'Nuevo asiento' }).count()).toBe(0);
});

test('a manual entry is posted once it balances, and reversed', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/journal/new' });
  await signIn(page, company.people.accountant);
  await page.getByLabel('Concepto').first().fill('Alquiler de noviembre');
  await screenshot('manual-entry-empty');
  const before = (await send('GET /trial-balance?consistent=true', { token: company.tokens.owner })).body.entries;
  expect(before).toBeGreaterThan(0);
});
