import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../../functions/finance/certificates/secrets.ts';
import { certificateFacts } from '../../../../functions/finance/einvoice/certificate-file.ts';
import { receivedInvoice } from '../../../../functions/finance/einvoice/received-invoice.ts';
import { checkedSignature } from '../../../../functions/finance/einvoice/signature-check.ts';
import { CreditExposures, Customers, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { call, newTenant } from '../../../support/call.ts';
import { testCertificate } from '../../../support/certificates.ts';
import { newCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';
import { useSigningKeys } from '../../../support/signing-keys.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const BUYER = `cus_${'1'.repeat(26)}`;
const mine = testCertificate('secreto');
const { kept, leaving } = useSigningKeys();
let tenant: string;
let sales: ReturnType<typeof receivablesOf>;

beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  const company = await newCompany(tenant, {}, 100_000_000);
  await company.records.commit([
    create(Customers, BUYER, {
      ...{ name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 30, creditLimit: 100_000_000 },
      address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
    }),
    create(CreditExposures, exposureId(BUYER), { exposure: 0 }),
  ]);
  sales = receivablesOf(tenant);
});

const put = ({ file }: { readonly file: Buffer }, password = 'secreto') =>
  call(handler, 'PUT /certificates/own', 'PUT /certificates/own', { tenant, body: { file: file.toString('base64'), password } });
const sign = (id: string, roles?: readonly string[]) =>
  call(handler, `GET /signed-invoices/${id}`, 'GET /signed-invoices/{invoiceId}', {
    tenant,
    ...(roles ? { roles } : {}),
  });

describe('the certificate of a company', () => {
  it('is kept as a secret under its fingerprint, and never given out', async () => {
    const { status, body } = await put(mine);
    expect([status, body.certificate]).toEqual([
      200,
      expect.objectContaining({ holder: 'Prueba, S.L.', taxId: 'B12345674', state: 'valid' }),
    ]);
    expect([...kept.keys()]).toEqual([`trastienda/${tenant}/certificate/${body.certificate.fingerprint}`]);
    const settings = await einvoicingOf(tenant).done('GET /e-invoicing/settings');
    for (const answer of [body, settings]) expect(JSON.stringify(answer)).not.toMatch(/PRIVATE|secreto/);
    expect(settings.certificate).toEqual(body.certificate);
  });

  it('another takes its place, and the key of the one before is forgotten', async () => {
    const { body: first } = await put(mine);
    const { body: second } = await put(testCertificate('otro'), 'otro');
    expect(second.certificate.fingerprint).not.toBe(first.certificate.fingerprint);
    expect([...kept.keys()]).toEqual([`trastienda/${tenant}/certificate/${second.certificate.fingerprint}`]);
    const route = 'DELETE /certificates/own';
    expect((await call(handler, route, route, { tenant })).body).not.toHaveProperty('certificate');
    expect(kept.size).toBe(0);
  });

  it('is uploaded again after it was deleted, and deleted twice: its name is taken for a week', async () => {
    const route = 'DELETE /certificates/own';
    const forget = async () => (await call(handler, route, route, { tenant })).status;
    const { id } = await sales.invoice(BUYER, '100');
    await put(mine);
    expect([await forget(), kept.size, leaving.size]).toEqual([200, 0, 1]);
    expect([(await put(mine)).status, kept.size, leaving.size]).toEqual([200, 1, 0]);
    expect((await sign(id)).status).toBe(200);
    // Deleted by somebody else: it signs no more, and that the company forgets it is no error.
    for (const [name, value] of kept) leaving.set(name, value);
    kept.clear();
    expect((await sign(id)).body.code).toBe('certificate.none');
    expect([await forget(), await forget()]).toEqual([200, 200]);
  });

  it('stays named by nobody where its key could not be deleted', async () => {
    await put(mine);
    const { send } = SecretsManagerClient.prototype;
    vi.spyOn(SecretsManagerClient.prototype, 'send').mockImplementation(async () => Promise.reject(new Error('out of order')));
    const route = 'DELETE /certificates/own';
    expect((await call(handler, route, route, { tenant })).status).toBe(500);
    vi.spyOn(SecretsManagerClient.prototype, 'send').mockImplementation(send);
    expect(await einvoicingOf(tenant).done('GET /e-invoicing/settings')).not.toHaveProperty('certificate');
  });

  it.each([
    ['certificate.password', mine, 'otra'],
    ['certificate.file', { file: Buffer.from('no es') }, 'secreto'],
    ['certificate.expired', testCertificate('secreto', { until: new Date('2026-06-01T00:00:00Z') }), 'secreto'],
    ['certificate.early', testCertificate('secreto', { from: new Date('2029-06-01T00:00:00Z') }), 'secreto'],
    ['certificate.tax_id', testCertificate('secreto', { taxId: 'B58378431' }), 'secreto'],
  ])('is refused: %s', async (code, file, password) => {
    expect((await put(file, password)).body).toMatchObject({ status: 422, code });
    expect(kept.size).toBe(0);
  });

  it('is refused where its days are none', () => {
    const der = Buffer.from(mine.pem.replace(/-----[^-]+-----|\s/g, ''), 'base64').toString('latin1');
    expect(der).toContain('300101000000Z');
    const body = Buffer.from(der.replace('300101000000Z', '30zz01000000Z'), 'latin1').toString('base64');
    const pem = `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
    expect(() => certificateFacts(pem)).toThrow(/no certificate/);
  });

  it('signs Facturae, and a received one says whose it is', async () => {
    const { id, number } = await sales.invoice(BUYER, '100');
    expect((await sign(id)).body).toMatchObject({ status: 422, code: 'certificate.none', field: 'path.invoiceId' });
    await put(mine);
    const { body } = await sign(id);
    expect(body.fileName).toBe(`${number}-facturae.xsig`);
    const signed = Buffer.from(body.content, 'base64');
    expect(checkedSignature(signed.toString())).toMatchObject({ valid: true, certificate: { taxId: 'B12345674' } });
    expect(receivedInvoice(signed)).toMatchObject({ syntax: 'facturae', signature: { state: 'intact' } });
    const altered = Buffer.from(signed.toString().replace('>121.00<', '>120.00<'));
    expect(receivedInvoice(altered)).toMatchObject({ signature: { state: 'altered' } });
    const note = await sales.done(`POST /invoices/${id}/credit-notes`, { reason: 'Anulada' });
    const credit = await call(handler, `GET /signed-credit-notes/${note.id}`, 'GET /signed-credit-notes/{creditNoteId}', { tenant });
    expect(checkedSignature(Buffer.from(credit.body.content, 'base64').toString())).toMatchObject({ valid: true });
    // Who reads invoices does not sign for the company.
    expect([(await sign(id, ['auditor'])).status, (await sign(id, ['accountant'])).status]).toEqual([403, 200]);
    kept.clear();
    expect((await sign(id)).body.code).toBe('certificate.none');
  });
});
