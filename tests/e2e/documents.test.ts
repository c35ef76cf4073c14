import { beforeAll, expect } from 'vitest';
import { scanned } from '../../infra/tools/bench/worn-page.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import type { Tenant } from '../support/http.ts';
import { foundCompany } from '../support/trading-company.ts';
import { PAPER_INVOICE, writtenPdf } from '../support/written-pdf.ts';

let company: Tenant;
beforeAll(async () => {
  company = await foundCompany();
});

test('many files at once: each says how far it is, and the list what became of it', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/documents' });
  await signIn(page, company.people.owner);
  await page.getByLabel('Añadir documentos').first().waitFor({ state: 'attached' });
  await page.locator('input[type=file][multiple]').setInputFiles([
    { name: 'factura.pdf', mimeType: 'application/pdf', buffer: writtenPdf(PAPER_INVOICE) },
    { name: 'programa.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\x90\0\x03', 'latin1') },
    { name: 'vacio.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
  ]);
  // The empty one is not taken, and says why; the others are not held up by it.
  await page.getByText(/^vacio\.pdf: Está vacío/).waitFor();
  await page
    .getByRole('row', { name: /factura\.pdf/ })
    .getByText('Por revisar')
    .waitFor({ timeout: 60_000 });
  await page
    .getByRole('row', { name: /programa\.exe/ })
    .getByText('En cuarentena')
    .waitFor({ timeout: 60_000 });
  await screenshot('documents-list');
  expect(await axeViolations(page)).toEqual([]);
  await page.getByLabel('Archivo, proveedor o número').fill('suministros');
  await page.getByRole('row', { name: /programa\.exe/ }).waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /factura\.pdf/ }).waitFor();
});

test('on a phone a photo goes straight to the inbox, is recognised, and is read again', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/documents', width: 390, height: 844 });
  await signIn(page, company.people.owner);
  const camera = page.locator('input[type=file][capture=environment]');
  await camera.waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Hacer una foto' }).waitFor();
  const photo = await scanned(writtenPdf([...PAPER_INVOICE, [50, 800, 'Foto']]), 'JPEG', { dpi: 130 });
  await camera.setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo) });
  await page.getByText('foto.jpg').first().waitFor();
  await page.getByText('Se está leyendo 1 documento').waitFor();
  await screenshot('documents-phone');
  await page.getByText('Se está leyendo 1 documento').waitFor({ state: 'detached', timeout: 90_000 });
  await page
    .getByRole('link', { name: /foto\.jpg/ })
    .first()
    .click();
  await page.getByText('A-2026/0117').first().waitFor();
  await page.getByRole('button', { name: 'Leer de nuevo' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leer de nuevo' }).click();
  await page.getByText('Leyéndose').first().waitFor();
  await page.getByText('A-2026/0117').first().waitFor({ timeout: 90_000 });
});
