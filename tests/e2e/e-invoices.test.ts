import { beforeAll, expect } from 'vitest';
import { addDays, dateIn } from '../../shared/kernel/date.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { testCertificate } from '../support/certificates.ts';
import { eventually } from '../support/cloud.ts';
import { send, type Tenant } from '../support/http.ts';
import { eur } from '../support/ledger.ts';
import { done, foundCompany } from '../support/trading-company.ts';
import { enveloped, verifactuAnswer } from '../support/verifactu-answers.ts';

let company: Tenant;
let invoiceId: string;
let billId: string;
const today = new Date().toISOString().slice(0, 10);

/** A company that follows its invoices and chains its records: one issued, one bill paid in full. */
beforeAll(async () => {
  company = await foundCompany();
  const as = (who: string) => (route: string, body?: object) =>
    done(send(route, { token: company.tokens[who as 'owner'], ...(body ? { body } : {}) }));
  const ask = as('owner');
  // Records are chained from tomorrow on at the earliest: the morrow of Samoa has always begun in Kiribati.
  const [west, east] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati'] as const;
  await ask('PATCH /company', { timeZone: west });
  const verifactuFrom = addDays(dateIn(west, new Date()), 1);
  await ask('PATCH /e-invoicing/settings', { followedFrom: `${today.slice(0, 4)}-01-01`, verifactuFrom });
  await ask('PATCH /company', { timeZone: east });
  const address = { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' };
  const { id: customerId } = await ask('POST /customers', { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', address });
  const { id: draft } = await ask('POST /invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '1000' }] });
  ({ id: invoiceId } = await ask(`POST /invoice-drafts/${draft}/issue`, { date: today }));
  await ask('PATCH /company', { timeZone: 'Europe/Madrid' });
  const { id: supplierId } = await ask('POST /payables/suppliers', { name: 'Talleres Robla', taxId: 'B58378431', expenseAccount: '622' });
  const bill = { supplierId, reference: 'A-1', date: today, lines: [{ net: eur('100.00') }] };
  ({ id: billId } = await ask('POST /payables/bills', bill));
  const paid = { supplierId, amount: eur('121.00'), allocations: [{ billId, amount: eur('121.00') }] };
  await ask('POST /payables/payments', paid);
  const counts = async () => (await ask('GET /e-invoicing/queue')).counts;
  await eventually('the bill is to be reported, the invoice to be sent', async () => {
    const { due, unsent } = await counts();
    return due === 1 && unsent === 1;
  });
});

test('what is to be done about electronic invoices: recorded on the invoice, reported on the bill', {
  timeout: 180_000,
}, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/e-invoices' });
  await signIn(page, company.people.owner);
  const dialog = page.getByRole('dialog');
  await page.getByText('Por comunicar').first().waitFor();
  await page.getByRole('link', { name: 'A-1' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('e-invoices');

  await page.goto(new URL(`/invoices/${invoiceId}`, page.url()).href);
  await page.getByRole('button', { name: 'Anotar estado' }).click();
  await dialog.getByRole('button', { name: 'Anotar estado' }).click();
  await page.getByText(/^Se ha anotado el estado/).waitFor();
  await page.getByText('anotado a mano').waitFor();
  await page.getByRole('img', { name: /^QR tributario/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('e-invoice-status');

  await page.goto(new URL(`/payables/bills/${billId}`, page.url()).href);
  await page.getByRole('button', { name: 'Anotar comunicación' }).click();
  await screenshot('e-invoice-report');
  await dialog.getByRole('button', { name: 'Anotar comunicación' }).click();
  await page.getByText(/comunicado el/).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

test('the chain is checked, a certificate is kept, and Facturae is signed with it', { timeout: 180_000 }, async ({ visit }) => {
  const { page, screenshot } = await visit({ path: '/settings/e-invoices', locale: 'en-GB' });
  await signIn(page, company.people.owner);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await page.getByText(/^The chain is whole from record 1/).waitFor();
  await page.getByRole('button', { name: 'Upload certificate' }).click();
  const { taxId } = await done(send('GET /company', { token: company.tokens.owner }));
  const { file } = testCertificate('secreto', { taxId });
  await dialog.locator('input[type=file]').setInputFiles({ name: 'empresa.p12', mimeType: 'application/x-pkcs12', buffer: file });
  await dialog.getByLabel('Password of the file').fill('secreto');
  await screenshot('certificate-dialog');
  await dialog.getByRole('button', { name: 'Upload certificate' }).click();
  await page.getByText('The certificate of Prueba, S.L. was saved.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('e-invoice-settings');
  await page.goto(new URL(`/invoices/${invoiceId}`, page.url()).href);
  await page.getByRole('button', { name: /as signed Facturae$/ }).click();
  await page.getByText(/\.xsig was saved/).waitFor();
});

test('records are signed, taken to AEAT by hand, and answered; a third party issues in a series of its own', {
  timeout: 180_000,
}, async ({ visit }) => {
  const ask = (route: string, body?: object) => done(send(route, { token: company.tokens.owner, ...(body ? { body } : {}) }));
  await eventually('the record is signed with the certificate that was uploaded', async () => {
    const { items } = await ask('GET /verifactu/records');
    return items[0]?.signature?.at !== undefined;
  });
  const { page, screenshot } = await visit({ path: '/settings/e-invoices', width: 390 });
  await signIn(page, company.people.owner);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Añadir expedidor' }).click();
  await dialog.getByText('Tercero', { exact: true }).click();
  await dialog.getByLabel('Nombre').fill('Gestoría Norte, S.L.');
  await dialog.getByLabel('NIF').fill('B83456780');
  await screenshot('outside-issuer-dialog');
  await dialog.getByRole('button', { name: 'Añadir expedidor' }).click();
  await page.getByText('Gestoría Norte, S.L. factura en la serie FTA.').waitFor();
  await page.getByText('FTA, RTA').waitFor();
  const prepare = page.getByRole('button', { name: 'Preparar fichero' });
  expect(await prepare.isDisabled()).toBe(true);
  await page.getByLabel('Referencia del requerimiento').fill('REQ-2026-1');
  await prepare.click();
  await page.getByRole('button', { name: 'Descartar', exact: true }).click();
  await page.getByText('Descartado', { exact: true }).waitFor();
  await page.getByLabel('Desde el registro').fill('1');
  await page.getByLabel('Hasta el registro').fill('1');
  await prepare.click();
  await page.getByText(/RequerimientoSOAP$/).waitFor();
  await page.getByRole('button', { name: 'Ya lo he presentado' }).click();
  await page.getByText('Presentado', { exact: true }).waitFor();
  const [record] = (await ask('GET /verifactu/records')).items;
  const { taxId } = await ask('GET /company');
  const line = {
    number: record.number,
    date: record.date.split('-').reverse().join('-'),
    state: 'Incorrecto',
    code: '1100',
    text: 'NIF no identificado',
  } as const;
  const answer = enveloped(verifactuAnswer('Incorrecto', [line], taxId));
  await page.locator('input[type=file]').setInputFiles({ name: 'respuesta.xml', mimeType: 'text/xml', buffer: Buffer.from(answer) });
  await page.getByText('rechazado: 1', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Qué dice la AEAT de cada uno' }).click();
  await page.getByText('Registro 1: 1100 NIF no identificado').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await screenshot('verifactu-submissions');

  const { customerId } = await ask(`GET /invoices/${invoiceId}`);
  const { id } = await ask('POST /invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '10' }] });
  await page.goto(new URL(`/invoice-drafts/${id}`, page.url()).href);
  await page.getByRole('combobox', { name: 'La expide' }).click();
  await page.getByRole('option', { name: 'Gestoría Norte, S.L. (FTA)' }).click();
  await screenshot('draft-outside-issuer');
  await page.getByRole('button', { name: 'Guardar borrador' }).click();
  await page.getByText(/^Borrador .* guardado/).waitFor();
  const { number, issuedBy } = await ask(`POST /invoice-drafts/${id}/issue`, { date: today });
  expect([number, issuedBy.name]).toEqual([`FTA${today.slice(0, 4)}-000001`, 'Gestoría Norte, S.L.']);
});
