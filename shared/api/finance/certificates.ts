import * as z from 'zod/mini';
import { EInvoiceFileView, EInvoicingView } from '#domain/finance/einvoice/wire.ts';
import { InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { CreditNoteId } from '#domain/finance/receivables/wire.ts';
import { defineModule } from '#kernel/action.ts';

/** Certificates of companies have some 3 to 8 KB with those above them. */
const MAX_CHARS = 60_000;
const CertificateBody = z.strictObject({
  /** PKCS#12 (.p12, .pfx), in base64. */
  file: z.string().check(z.minLength(1), z.maxLength(MAX_CHARS), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64')),
  password: z.string().check(z.maxLength(200)),
});
const UNSIGNED = ['document.brought', 'einvoice.currency', 'einvoice.not_subject', 'einvoice.party', 'einvoice.simplified'] as const;
const USE = ['certificate.none', 'certificate.expired', 'certificate.early', 'certificate.tax_id'] as const;
const SIGNED =
  'Facturae 3.2.2 signed with the certificate of the company: XAdES-EPES, enveloped, by the policy of Facturae 3.1. Nothing is sent.';

export const certificates = defineModule('finance/certificates', 'Certificates', {
  putCertificate: {
    route: 'PUT /certificates/own',
    summary: 'Keep the certificate that the company signs electronic invoices with',
    description: 'In place of the one before. The key is kept as a secret, encrypted, and never given out; the password is not kept.',
    permission: 'company.write',
    profile: 'secrets',
    body: CertificateBody,
    output: EInvoicingView,
    errors: [
      'certificate.file',
      'certificate.password',
      'certificate.key',
      'certificate.rounds',
      'certificate.expired',
      'certificate.early',
      'certificate.tax_id',
    ],
  },
  deleteCertificate: {
    route: 'DELETE /certificates/own',
    summary: 'Forget the certificate that the company signs with',
    permission: 'company.write',
    profile: 'secrets',
    output: EInvoicingView,
  },
  getSignedInvoice: {
    route: 'GET /signed-invoices/{invoiceId}',
    summary: 'Get an invoice as a signed Facturae, in base64',
    description: SIGNED,
    permission: 'invoices.issue',
    profile: 'secrets',
    path: z.strictObject({ invoiceId: InvoiceId }),
    output: EInvoiceFileView,
    errors: ['invoice.not_found', ...UNSIGNED, ...USE],
  },
  getSignedCreditNote: {
    route: 'GET /signed-credit-notes/{creditNoteId}',
    summary: 'Get a credit note as a signed Facturae, in base64',
    description: SIGNED,
    permission: 'invoices.issue',
    profile: 'secrets',
    path: z.strictObject({ creditNoteId: CreditNoteId }),
    output: EInvoiceFileView,
    errors: ['credit-note.not_found', ...UNSIGNED, ...USE],
  },
});
