import { beforeAll, expect } from 'vitest';
import { scanned } from '../../infra/tools/bench/worn-page.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { inboxOf } from '../support/inbox.ts';
import { foundCompany } from '../support/trading-company.ts';
import { writtenPdf } from '../support/written-pdf.ts';

let company: Tenant;
let receipt = '';
const inbox = inboxOf(() => company);

beforeAll(async () => {
  company = await foundCompany();
  const ticket = writtenPdf([
    [60, 50, 'BAR LA PARADA'],
    [60, 64, 'NIF 12345678Z'],
    [60, 78, 'Factura simplificada T-00451'],
    [60, 92, 'Fecha 24/11/2026'],
    [60, 130, '3 Menu del dia'],
    [240, 130, '42,00'],
    [60, 180, 'TOTAL'],
    [240, 180, '42,00 EUR'],
  ]);
  receipt = (await inbox.bring('ticket.jpg', await scanned(ticket, 'JPEG', { dpi: 150 }))).id;
}, 180_000);

test('a photo of a receipt is claimed on a phone as it was read', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/documents/${receipt}`, width: 390, height: 844 });
  await signIn(page, company.people.owner);
  await page.getByRole('button', { name: /Mostrar 42,00/ }).click();
  await page.locator('[data-mark]').waitFor();
  await screenshot('document-photo-place');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Presentarlo como gasto' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Importe pagado').waitFor();
  expect(await dialog.getByLabel('Importe pagado').inputValue()).toBe('42,00');
  await screenshot('document-receipt-claim');
  await dialog.getByRole('button', { name: 'Presentar' }).click();
  await page.getByRole('link', { name: /PARADA/ }).waitFor();
  await inbox.until(receipt, ['entered']);
});
