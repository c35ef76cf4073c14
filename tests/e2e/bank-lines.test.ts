import { beforeAll, expect } from 'vitest';
import { EXAMPLE_N43, norma43 } from '../support/bank-samples.ts';
import { bankOf } from '../support/bank-upload.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { eur } from '../support/receivables.ts';
import { foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const ids = { fee: '', aside: '' };

/** A fee that somebody matched, and a charge that somebody put aside: long ago, as far as the browser knows. */
beforeAll(async () => {
  company = await foundCompany();
  const { post, account, take } = bankOf(company);
  if (new Date().getFullYear() !== 2026) await post('/fiscal-years', { year: '2026' });
  const { id } = await account();
  const lines = await take(id, EXAMPLE_N43);
  const lineOf = (amount: string): string => lines.find((line) => line.amount.amount === amount).id;
  Object.assign(ids, { fee: lineOf('-3.50'), aside: lineOf('-484.00') });
  await post(`/banking/lines/${ids.fee}/match`, { parts: [{ as: 'entry', account: '626', amount: eur('-3.50') }] });
  await post(`/banking/lines/${ids.aside}/ignored`, { reason: 'El banco lo anuló' });
}, 120_000);

test('a match is undone and a line brought back from their pages, after the page was loaded anew', { timeout: 180_000 }, async ({
  visit,
}) => {
  const { page, screenshot } = await visit({ path: '/banking/statements' });
  await signIn(page, company.people.accountant);
  await page.getByRole('link', { name: /EB-/ }).first().click();
  await page.getByRole('link', { name: 'Todos los movimientos' }).click();
  await page
    .getByRole('link', { name: /COMISION MANTENIMIENTO/ })
    .or(page.locator(`a[href="/banking/lines/${ids.fee}"]`))
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: /^Movimiento MB-/ }).waitFor();
  await page.reload();
  const matched = page.getByRole('region', { name: 'Con qué está conciliado' });
  await matched.getByRole('row', { name: /Asiento por cuenta.*3,50/ }).waitFor();
  await matched.getByText(/, a mano$/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-line-matched');
  await page.getByRole('button', { name: 'Deshacer la conciliación' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/se anula con otro asiento/).waitFor();
  await dialog.getByRole('button', { name: 'Deshacer la conciliación' }).click();
  await page.getByRole('row', { name: /Asiento por cuenta.*Anulado/ }).waitFor();
  await screenshot('bank-line-undone');
  expect((await bankOf(company).get(`/banking/lines/${ids.fee}`)).state).toBe('open');
  // From there to where it is matched, at that line.
  await page.getByRole('button', { name: 'Conciliar' }).click();
  await page.getByRole('heading', { level: 2, name: /3,50/ }).waitFor();
});

test('in English and on a telephone a line that was put aside is brought back', { timeout: 120_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/banking/lines/${ids.aside}`, locale: 'en-GB', width: 390 });
  await signIn(page, company.people.accountant);
  await page.getByText(/: El banco lo anuló$/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await screenshot('bank-line-aside-phone');
  await page.getByRole('button', { name: 'Bring back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring back' }).click();
  await page.getByText('To match', { exact: true }).waitFor();
  expect((await bankOf(company).get(`/banking/lines/${ids.aside}`)).state).toBe('open');
});

/** Charges of 1.00, 2.00 … of as many days, each its own, and one of the last day that is like none of them. */
const MANY = Array.from({ length: 59 }, (_, i) => ({
  date: `2026-0${4 + Math.floor(i / 28)}-${String((i % 28) + 1).padStart(2, '0')}`,
  amount: -100 * (i + 1),
  text: `RECIBO NUMERO ${i + 1}`,
}));

/** Whether the list is where the line that is looked at stands. */
const isCurrentInSight = `(() => {
  const line = document.querySelector('[data-line][aria-current]');
  const [at, list] = [line.getBoundingClientRect(), line.closest('ol').getBoundingClientRect()];
  return at.top >= list.top - 1 && at.bottom <= list.bottom + 1;
})()`;

test('sixty lines are all reached, searched, narrowed by amount and day, and the last one is opened by its address', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { post, account, take } = bankOf(company);
  const iban = 'ES7921000813610123456789';
  await post('/accounts', { code: '5720001', name: 'Segunda cuenta' });
  const { id } = await account({ name: 'Segunda', iban, account: '5720001' });
  const all = [...MANY, { date: '2026-06-30', amount: 98_765, text: 'ABONO DE MOLINOS DEL EBRO' }];
  const lines = await take(id, norma43(all, { iban, opening: 1_000_000, from: '2026-04-01', to: '2026-06-30' }));
  expect(lines).toHaveLength(60);
  const last = lines.at(-1);
  const { page, screenshot } = await visit({ path: `/banking/matching?account=${id}` });
  await signIn(page, company.people.accountant);
  const waiting = page.getByRole('region', { name: 'Movimientos del banco' }).locator('[data-line]');
  await expect.poll(() => waiting.count()).toBe(50);
  // The keys go on where the first page ends.
  for (let i = 0; i < 55; i += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(() => waiting.count()).toBe(60);
  for (let i = 0; i < 10; i += 1) await page.keyboard.press('ArrowDown');
  await page.getByRole('heading', { level: 2, name: /987,65/ }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('numero 17');
  await expect.poll(() => waiting.count()).toBe(1);
  await page.getByRole('heading', { level: 2, name: /17,00/ }).waitFor();
  await page.getByLabel('Buscar en los pendientes').fill('');
  await page.getByLabel('De importe').fill('987,65');
  await expect.poll(() => waiting.count()).toBe(1);
  await page.getByRole('heading', { level: 2, name: /987,65/ }).waitFor();
  await page.getByLabel('De importe').fill('');
  await page.getByRole('textbox', { name: 'Desde' }).fill('01/06/2026');
  await page.keyboard.press('Tab');
  await expect.poll(() => waiting.count()).toBe(4);
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('bank-matching-narrowed');
  const other = await visit({ path: `/banking/matching?line=${last.id}`, locale: 'en-GB', width: 390 });
  await signIn(other.page, company.people.accountant);
  await other.page.getByRole('heading', { level: 2, name: /987\.65/ }).waitFor();
  // The list shows it, and not only what stands first.
  await other.page.locator('[data-line][aria-current]').getByText('ABONO DE MOLINOS DEL EBRO').waitFor();
  expect(await other.page.evaluate(isCurrentInSight)).toBe(true);
  expect(await axeViolations(other.page)).toEqual([]);
  expect(await other.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await other.screenshot('bank-matching-line-phone');
});
