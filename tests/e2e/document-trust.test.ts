import { beforeAll, expect } from 'vitest';
import { readCertificateFile } from '../../functions/finance/einvoice/certificate-file.ts';
import { signedFacturae } from '../../functions/finance/einvoice/facturae-signature.ts';
import { facturaeFile } from '../../shared/domain/finance/einvoice/facturae.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { testAuthority, testCertificate } from '../support/certificates.ts';
import { invoiced } from '../support/einvoices.ts';
import type { Tenant } from '../support/http.ts';
import { inboxOf } from '../support/inbox.ts';
import { foundCompany } from '../support/trading-company.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const address = { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' };
const SELLER = { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', email: 'a@sur.example', address };
const US = { name: 'Prueba, S.L.', taxId: 'B12345674', address };
let company: Tenant;
let documentId = '';
const inbox = inboxOf(() => company);

beforeAll(async () => {
  company = await foundCompany();
  await inbox.post('/payables/suppliers', { name: SELLER.name, taxId: SELLER.taxId, expenseAccount: '602', paymentDays: 0 });
  const { file } = testCertificate('secreto', { taxId: SELLER.taxId, authority: testAuthority() });
  const invoice = invoiced([{ price: '100' }], { issuer: SELLER, buyer: US, date: TODAY, more: { number: 'T-1', dueDate: TODAY } });
  const signed = signedFacturae(facturaeFile(invoice), readCertificateFile(file, 'secreto'), new Date());
  documentId = (await inbox.bring('firmada.xml', signed)).id;
}, 180_000);

test('a signature is trusted on its document, which is then ready, and the trust taken back in the settings', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: `/documents/${documentId}` });
  await signIn(page, company.people.owner);
  await page.getByText(/No se ha verificado quién emitió/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('document-trust');
  await page.getByRole('button', { name: 'Confiar en quien lo emitió' }).click();
  await page
    .getByRole('dialog')
    .getByText(/cualquier certificado emitido por AC Representación/)
    .waitFor();
  await screenshot('document-trust-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Confiar en quien lo emitió' }).click();
  await page.getByText(/de confianza para la empresa/).waitFor({ timeout: 60_000 });
  await page.goto(new URL('/settings/e-invoices', page.url()).href);
  const row = page.getByRole('row', { name: /Autoridad & Pruebas/ });
  await row.getByText('Todos los que emite').waitFor();
  await row.getByText(company.people.owner.email).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('trusted-certificates');
  await row.getByRole('button', { name: /^Retirar/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retirar' }).click();
  await row.getByText('Retirada').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await screenshot('trusted-certificates-phone');
});
