import type { Page } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { EXAMPLE_N43 } from '../support/bank-samples.ts';
import { bankOf } from '../support/bank-upload.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { foundCompany } from '../support/trading-company.ts';
import { bankSample, hasBankSamples } from '../unit/finance/banking/bank-samples.ts';

let company: Tenant;

/** The numbers that the files tell, 11111111 and 5472369148/1452687~7, stand in them. */
const [GENERIC, DOLLARS] = ['ES5821000418001111111111', 'ES1654723691481452687700'];

/** Accounts whose numbers real files tell: by IBAN, by a number that is part of it. */
beforeAll(async () => {
  company = await foundCompany();
  const { post, account } = bankOf(company);
  if (new Date().getFullYear() !== 2026) await post('/fiscal-years', { year: '2026' });
  await account();
  await post('/accounts', { code: '5720002', name: 'Volksbank' });
  await account({ name: 'Volksbank', iban: 'DE14740618130000033626', account: '5720002' });
  await post('/accounts', { code: '5720003', name: 'Generic' });
  await account({ name: 'Generic', iban: GENERIC, account: '5720003' });
  await post('/accounts', { code: '5730001', name: 'Dollars', currency: 'USD' });
  await account({ name: 'Dollars', iban: DOLLARS, account: '5730001', currency: 'USD' });
}, 120_000);

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click();
};

test.skipIf(!hasBankSamples)(
  'real files of camt, MT940 and OFX are read from the browser, each into its account, in English',
  {
    timeout: 240_000,
  },
  async ({ visit }) => {
    const { page, screenshot } = await visit({ path: '/banking/statements/new', locale: 'en-GB' });
    await signIn(page, company.people.accountant);
    const send = (path: string) =>
      page.locator('input[type=file]').setInputFiles({ name: path.slice(path.indexOf('/') + 1), mimeType: '', buffer: bankSample(path) });
    // It tells its IBAN.
    await send('camt/053_valid_example.xml');
    await page.getByText('4 new lines, 0 were here already.').waitFor({ timeout: 90_000 });
    // These tell a number alone: the account is chosen.
    await choose(page, 'Bank account', 'Generic');
    await send('mt940/jejik_generic.sta');
    await expect.poll(() => page.getByText('1 new line, 0 were here already.').count(), { timeout: 90_000 }).toBe(2);
    await choose(page, 'Bank account', 'Dollars');
    await send('ofx/checking.ofx');
    await page.getByText('3 new lines, 0 were here already.').waitFor({ timeout: 90_000 });
    expect(await axeViolations(page)).toEqual([]);
    await screenshot('bank-upload-english');
  },
);

test('accounts, statements, lines and rules are read in English, on a desk and on a telephone', { timeout: 240_000 }, async ({ visit }) => {
  const { take, get } = bankOf(company);
  const { items } = await get('/banking/accounts');
  await take(items.find(({ name }: { name: string }) => name === 'CaixaBank').id, EXAMPLE_N43);
  const { page, screenshot } = await visit({ path: '/banking/accounts', locale: 'en-GB' });
  await signIn(page, company.people.owner);
  await page.getByRole('link', { name: 'CaixaBank' }).first().click();
  await page.getByRole('row', { name: /Balance by the bank.*1,488\.50/ }).waitFor();
  await page.getByRole('row', { name: /4 lines that the books do not have/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-account-english');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(new URL('/banking/statements', page.url()).href);
    await page.getByRole('link', { name: /EB-/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Statement EB-/ }).waitFor();
    expect(await fits(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(`bank-statement-english-${width}`);
    await page.goto(new URL('/banking/rules/offers', page.url()).href);
    await page.getByRole('heading', { level: 1, name: 'Rules for you' }).waitFor();
    await page.getByText(/Counted over the last \d+ lines/).waitFor();
    expect(await fits(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(`bank-offers-english-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 844 });
  const offer = page.getByRole('listitem').filter({ hasText: 'Bank fees' });
  await offer.getByRole('button', { name: 'Take this rule' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByText(/^Of \d+ lines it takes 1\.$/).waitFor({ timeout: 60_000 });
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-rule-english');
});
