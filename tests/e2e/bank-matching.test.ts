import { beforeAll, expect } from 'vitest';
import { BANK_IBAN, EXAMPLE_N43 } from '../support/bank-samples.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { send, type Tenant } from '../support/http.ts';
import { eur } from '../support/receivables.ts';
import { done, foundCompany } from '../support/trading-company.ts';

let company: Tenant;

/** A company that is owed 1,210.00 and owes a supplier twice 484.00, as the example's bank tells. */
beforeAll(async () => {
  company = await foundCompany();
  const { tokens } = company;
  const post = (role: 'owner' | 'integration', path: string, body: object) => done(send(`POST ${path}`, { token: tokens[role], body }));
  if (new Date().getFullYear() !== 2026) await post('owner', '/fiscal-years', { year: '2026' });
  await post('owner', '/banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572' });
  const { id: customerId } = await post('owner', '/customers', { name: 'Cafés Levante, S.L.', taxId: 'B58378431', paymentDays: 30 });
  const lines = [{ name: 'Asesoría', quantity: '1', price: '1000' }];
  const { id: draftId } = await post('owner', '/invoice-drafts', { customerId, date: '2026-03-02', lines });
  await post('owner', `/invoice-drafts/${draftId}/issue`, {});
  const supplier = { name: 'Suministros del Sur, S.L.', account: '410', expenseAccount: '628' };
  const { id: supplierId } = await post('integration', '/payables/suppliers', supplier);
  for (const reference of ['S-1', 'S-2'])
    await post('integration', '/payables/bills', {
      ...{ supplierId, reference, date: '2026-03-01', receivedOn: '2026-03-03', lines: [{ net: eur('400.00') }] },
    });
});

test('a statement is dropped, and its lines are matched, split, tied and taken back by the keyboard alone', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: '/banking/statements/new' });
  await signIn(page, company.people.accountant);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '2026-03.n43', mimeType: 'text/plain', buffer: Buffer.from(EXAMPLE_N43, 'latin1') });
  await page.getByText('4 movimientos nuevos; 0 ya estaban.').waitFor({ timeout: 90_000 });
  await screenshot('bank-statement-upload');
  // The same file again does nothing, and says so.
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'otra-vez.n43', mimeType: 'text/plain', buffer: Buffer.from(EXAMPLE_N43, 'latin1') });
  await page.getByText('Este fichero ya estaba').waitFor({ timeout: 90_000 });
  await page.goto(new URL('/banking/matching', page.url()).href);
  const waiting = page.getByRole('region', { name: 'Movimientos del banco' }).getByRole('listitem');
  await page.getByRole('heading', { level: 2, name: /1\.210,00/ }).waitFor();
  expect(await waiting.count()).toBe(4);
  await page.getByText('El movimiento está explicado entero.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-matching');
  await page.keyboard.press('Enter');
  // The fee has no document: it is told by an account.
  await page.getByRole('heading', { level: 2, name: /3,50/ }).waitFor();
  await page.getByText(/^Nada de lo pendiente encaja\./).waitFor();
  await page.keyboard.press('s');
  await page.keyboard.type('626');
  await page.keyboard.press('Tab');
  await page.getByText('El movimiento está explicado entero.').waitFor();
  await page.keyboard.press('Enter');
  // Two bills of one amount: nothing is chosen by itself.
  await page.getByRole('heading', { level: 2, name: /484,00/ }).waitFor();
  const bills = page.getByRole('region', { name: 'Qué es el movimiento' }).getByRole('checkbox');
  await expect.poll(() => bills.count()).toBe(2);
  expect(await bills.first().isChecked()).toBe(false);
  await page.keyboard.press('1');
  await page.getByText('El movimiento está explicado entero.').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => waiting.count()).toBe(1);
  // Back with one key: that pair alone.
  await page.keyboard.press('z');
  await expect.poll(() => waiting.count()).toBe(2);
  await screenshot('bank-matching-undone');
  // Put aside, and back.
  await page.keyboard.press('x');
  await expect.poll(() => waiting.count()).toBe(1);
  await page.keyboard.press('z');
  await expect.poll(() => waiting.count()).toBe(2);
  const check = await visit({ path: '/banking/accounts' });
  await signIn(check.page, company.people.owner);
  await check.page.getByRole('link', { name: 'CaixaBank' }).first().click();
  // 1,210.00 − 3.50 are in the books; twice 484.00 wait, and 1,250.00 the bank had before.
  await check.page.getByRole('row', { name: /Saldo según el banco.*1\.488,50/ }).waitFor();
  await check.page.getByRole('row', { name: /2 movimientos que no están en los libros.*968,00/ }).waitFor();
  await check.page.getByRole('row', { name: /Sin explicar.*0,00/ }).waitFor();
  expect(await axeViolations(check.page)).toEqual([]);
  await check.screenshot('bank-account');
});

test('in English and on a telephone, a line is split among accounts by typing alone, and taken back with one key', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/banking/matching', locale: 'en-GB' });
  await signIn(page, company.people.accountant);
  const waiting = page.getByRole('region', { name: 'Lines of the bank' }).getByRole('listitem');
  await page.getByRole('heading', { level: 2, name: /484\.00/ }).waitFor();
  await expect.poll(() => waiting.count()).toBe(2);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    await page.getByRole('heading', { level: 2, name: /484\.00/ }).waitFor();
    await expect.poll(() => page.getByRole('region', { name: 'What the line is' }).getByRole('checkbox').count()).toBeGreaterThan(0);
    // The other line and back: the same charge.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('s');
    await page.keyboard.type('628');
    await page.keyboard.press('Tab');
    await page.keyboard.type('400');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Water');
    await page.getByText('€84.00 is still to be told.').waitFor();
    // On to the button of another account, and into its first field.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('631');
    await page.keyboard.press('Tab');
    await page.getByText('The whole line is told.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await screenshot(`bank-matching-split-${width}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => waiting.count()).toBe(1);
    await page.getByRole('heading', { level: 2, name: /484\.00/ }).waitFor();
    await page.keyboard.press('z');
    await expect.poll(() => waiting.count()).toBe(2);
  }
});

test('what one line is refused for asks nothing of the next, and what is no amount narrows nothing', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { page, screenshot, expectProblem } = await visit({ path: '/banking/matching', locale: 'en-GB' });
  await signIn(page, company.people.accountant);
  const waiting = page.getByRole('region', { name: 'Lines of the bank' }).getByRole('listitem');
  await expect.poll(() => waiting.count()).toBe(2);
  const amount = page.getByRole('textbox', { name: 'Of amount' });
  // Gone out or come in.
  await amount.fill('-484.00');
  await expect.poll(() => waiting.count()).toBe(2);
  await amount.fill('484.1234');
  await page.getByText('At most 10 digits and 3 decimals.').waitFor();
  await screenshot('bank-matching-amount');
  expect(await waiting.count()).toBe(2);
  await amount.fill('');
  await amount.blur();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  expectProblem(/422 .*\/match|status of 422/);
  await page.route('**/banking/lines/*/match', async (route) => {
    await held;
    const problem = { type: 'urn:trastienda:problem:period.locked', title: 'Refused by a rule', code: 'period.locked', field: 'body.date' };
    const detail = 'The period 2026-03 is locked. Use a later date.';
    await route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      json: { ...problem, status: 422, detail, requestId: 'x' },
    });
  });
  const bills = page.getByRole('region', { name: 'What the line is' }).getByRole('checkbox');
  await expect.poll(() => bills.count()).toBe(2);
  await page.keyboard.press('1');
  await page.getByText('The whole line is told.').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => waiting.nth(1).getByRole('button').getAttribute('aria-current')).toBe('true');
  release();
  await page
    .getByText(/2026-03 is locked|is locked/)
    .first()
    .waitFor();
  expect(await page.getByText('Day of the entry').count()).toBe(0);
  await screenshot('bank-matching-other-fault');
});
