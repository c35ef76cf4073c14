import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { inboxOf } from '../support/inbox.ts';
import { foundCompany } from '../support/trading-company.ts';
import { PAPER_INVOICE, type WrittenText, writtenPdf } from '../support/written-pdf.ts';

let company: Tenant;
let first = '';

/** The paper with another number. */
const paper = (number: string) =>
  writtenPdf(PAPER_INVOICE.map(([x, y, text]): WrittenText => [x, y, text === 'A-2026/0117' ? number : text]));

beforeAll(async () => {
  company = await foundCompany();
  const inbox = inboxOf(() => company);
  await inbox.post('/payables/suppliers', { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', expenseAccount: '602' });
  await inbox.bring('primera.pdf', paper('A-2026/0201'));
  first = (await inbox.bring('segunda.pdf', paper('A-2026/0202'))).id;
}, 120_000);

test('bills are entered beside their papers by keyboard alone, one after the other', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/payables/bills/new?documentId=${first}` });
  await signIn(page, company.people.owner);
  await page.getByRole('figure', { name: 'segunda.pdf' }).waitFor();
  // The paper shows where the field stands that one is in: the number at 480, 80 from its corner.
  await page.locator('#reference').focus();
  const mark = page.locator('[data-mark]');
  await mark.waitFor();
  const number = await mark.boundingBox();
  await page.locator('#total').focus();
  await expect.poll(async () => (await mark.boundingBox())?.x).not.toBe(number?.x);
  await screenshot('document-review');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('figure', { name: 'primera.pdf' }).waitFor();
  expect(await page.locator('#reference').inputValue()).toBe('A-2026/0201');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('figure', { name: 'segunda.pdf' }).waitFor();
  await expect.poll(() => page.locator('#reference').inputValue()).toBe('A-2026/0202');

  const phone = await visit({ path: `/documents/${first}`, width: 390, height: 844 });
  await signIn(phone.page, company.people.owner);
  await phone.page.getByRole('button', { name: 'Mostrar A-2026/0202 en la página' }).click();
  await phone.page.locator('[data-mark]').waitFor();
  await phone.screenshot('document-phone');
  expect(await axeViolations(phone.page)).toEqual([]);
});
