import { beforeAll, expect } from 'vitest';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { inboxOf } from '../support/inbox.ts';
import { foundCompany } from '../support/trading-company.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages } from '../support/written-pdf.ts';

let company: Tenant;
let doubtful = '';
const inbox = inboxOf(() => company);

const numbered = (number: string, total = '594,00'): WrittenText[] =>
  PAPER_INVOICE.map(([x, y, text]) => [x, y, text === 'A-2026/0117' ? number : text.replace('594,00', total)]);

beforeAll(async () => {
  company = await foundCompany();
  doubtful = (await inbox.bring('lote.pdf', writtenPages([numbered('S-1'), numbered('S-2', '595,00')]))).id;
}, 120_000);

test('a file of two bills is split by page, and their supplier entered from the paper', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot, expectProblem } = await visit({ path: `/documents/${doubtful}` });
  await signIn(page, company.people.owner);
  await page.getByText('Parece contener 2 documentos').waitFor();
  const starts = page.getByLabel('Primera página de cada documento');
  expect(await starts.inputValue()).toBe('1, 2');
  await screenshot('document-split');
  expect(await axeViolations(page)).toEqual([]);
  await starts.press('Enter');
  const part = page.getByRole('link', { name: 'Documento de la página 1' });
  await part.waitFor();
  await page.getByRole('button', { name: 'Volver a unir' }).waitFor();
  await part.click();
  await page.getByRole('figure', { name: 'lote.pdf' }).waitFor();
  await page.getByText('Página 1 de 2').first().waitFor();
  expect(await page.getByRole('button', { name: 'Página siguiente' }).isDisabled()).toBe(true);

  await page.getByRole('button', { name: 'Dar de alta al proveedor del documento' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByLabel('Nombre').inputValue()).toBe('Suministros del Sur, S.L.');
  expect(await dialog.getByLabel('NIF').inputValue()).toBe('B83456780');
  expect(await dialog.getByLabel('IBAN').inputValue()).toBe('ES9121000418450200051332');
  expect(await dialog.locator('[data-path="address.street"]').inputValue()).toBe('Calle Ancha 3');
  await screenshot('document-supplier');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await page.getByText('no tiene cuenta habitual').waitFor();

  expectProblem(/422 POST/);
  // Somebody who types the same tax id again is shown who has it.
  await page.goto(new URL('/payables/suppliers/new', page.url()).href);
  await page.getByRole('dialog').getByLabel('Nombre').fill('Suministros');
  await page.getByRole('dialog').getByLabel('NIF').fill('B83456780');
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
  await page.getByRole('link', { name: 'El proveedor que tiene ese NIF' }).waitFor();

  const phone = await visit({ path: `/documents/${doubtful}`, width: 390, height: 844 });
  await signIn(phone.page, company.people.owner);
  await phone.page.getByRole('link', { name: 'Documento de la página 2' }).waitFor();
  await phone.screenshot('document-split-phone');
  expect(await axeViolations(phone.page)).toEqual([]);
});
