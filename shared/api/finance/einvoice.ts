import * as z from 'zod/mini';
import { EINVOICE_SYNTAXES } from '#domain/finance/einvoice/einvoice.ts';
import { DIRECTIONS, FOLLOW_UP_STATES } from '#domain/finance/einvoice/einvoice-status.ts';
import { TRUST_STATES, TrustPath, TrustRow, trustActions } from '#domain/finance/einvoice/trusted-certificate.ts';
import {
  EInvoiceDocumentView,
  EInvoiceDutyView,
  EInvoiceFileView,
  EInvoicingView,
  FollowUpView,
  PatchEInvoicing,
  ReportBody,
  StatusBody,
  WARNINGS,
} from '#domain/finance/einvoice/wire.ts';
import { InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { CreditNoteId } from '#domain/finance/receivables/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { anyOf, datedQuery, pageOf, pageQuery, searchWords, Unreadable } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

const ISSUER_ERRORS = ['invoice.issuer_code', 'invoice.issuer_kind', 'invoice.issuer_customer', 'invoice.issuer_tax_id'] as const;
const Syntax = z.strictObject({ syntax: z.optional(z.enum(EINVOICE_SYNTAXES)) });
const REFUSALS = ['document.brought', 'einvoice.currency', 'einvoice.not_subject', 'einvoice.party', 'einvoice.simplified'] as const;
const FILES =
  'UBL 2.1 (without `syntax`) and CII D16B by the rules of EN 16931, Facturae 3.2.2 as it is before it is signed. The same bytes whenever it is asked for. Nothing is sent to anybody.';

/** Issuers' certificates have one to three KB. */
const MAX_CHARS = 20_000;
const IssuerBody = z.strictObject({
  /** X.509, as PEM or its bytes (.cer, .crt), in base64. */
  file: z.string().check(z.minLength(1), z.maxLength(MAX_CHARS), z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64')),
});

const DocumentPath = z.strictObject({
  documentId: z.string().check(z.regex(/^(inv|crn|bil|scn)_[A-Z0-9-]{1,40}$/, 'must be the id of an invoice, a bill or a credit note')),
});

const workers = {
  followEInvoices: {
    file: 'follow-e-invoices.event',
    summary: 'Notes what became of invoices among businesses, as the books have it',
    on: { changes: ['invoice', 'credit-note', 'supplier-bill', 'supplier-credit-note'] },
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, WorkerSpec>;

const files = {
  getInvoiceFile: {
    route: 'GET /invoices/{invoiceId}/e-invoice',
    summary: 'Get an invoice as an electronic one, in base64',
    description: FILES,
    permission: 'invoices.read',
    path: z.strictObject({ invoiceId: InvoiceId }),
    query: Syntax,
    output: EInvoiceFileView,
    errors: ['invoice.not_found', ...REFUSALS],
  },
  getCreditNoteFile: {
    route: 'GET /credit-notes/{creditNoteId}/e-invoice',
    summary: 'Get a credit note as an electronic invoice, in base64',
    description: `${FILES} In UBL and CII it is a credit note (381) with amounts above zero, in Facturae a corrective invoice by difference.`,
    permission: 'invoices.read',
    path: z.strictObject({ creditNoteId: CreditNoteId }),
    query: Syntax,
    output: EInvoiceFileView,
    errors: ['credit-note.not_found', ...REFUSALS],
  },
  listEInvoiceDuties: {
    route: 'GET /e-invoice-duties',
    summary: 'List the duties of electronic invoicing in Spain, by the day from which they are one',
    description:
      'As the law was on 2026-11-29, each with its source and how sure it is. What was only announced stands beside what is law, as `announced`, and obliges nobody.',
    permission: 'invoices.read',
    output: z.object({ items: z.array(EInvoiceDutyView) }),
  },
} as const;

const settings = {
  getEInvoicing: {
    route: 'GET /e-invoicing/settings',
    summary: 'Get how the company does its electronic invoicing, and from when it must',
    permission: 'books.read',
    output: EInvoicingView,
  },
  patchEInvoicing: {
    route: 'PATCH /e-invoicing/settings',
    summary: 'Change how the company does its electronic invoicing',
    description:
      'Absent fields stay; null for `followedFrom` is the day of the duty. Invoices of an earlier day are not followed afterwards. `verifactuFrom` begins the chain of Verifactu on a day to come, tomorrow at the earliest; null ends it, once it has begun at the end of the year.',
    permission: 'company.write',
    body: PatchEInvoicing,
    output: EInvoicingView,
    errors: ['verifactu.past', 'verifactu.begun', 'verifactu.duty', ...ISSUER_ERRORS],
    example: { body: { followedFrom: '2026-11-01' } },
  },
} as const;

const trust = {
  listTrustedCertificates: {
    route: 'GET /trusted-certificates',
    summary: 'List the certificates and issuers whose signatures the company trusts, or has trusted',
    permission: 'books.read',
    query: z.strictObject({ ...pageQuery, state: z.optional(anyOf(TRUST_STATES)), q: searchWords }),
    output: pageOf(withActions(TrustRow, trustActions)),
  },
  trustIssuer: {
    route: 'POST /trusted-certificates',
    summary: 'Trust an issuer of certificates by its own certificate',
    description:
      'A valid signature by a certificate that it has issued holds no electronic invoice back from then on. Nobody is trusted without it, and whether a certificate was revoked is not asked.',
    permission: 'company.write',
    body: IssuerBody,
    output: TrustRow,
    errors: ['trust.file', 'trust.not_issuer', 'trust.ended'],
  },
  withdrawTrust: {
    route: 'POST /trusted-certificates/{trustId}/withdrawal',
    summary: 'Trust a certificate or an issuer no more: what was entered stays',
    permission: 'company.write',
    path: TrustPath,
    output: TrustRow,
    status: 200,
    errors: ['trusted-certificate.not_found', 'trust.state'],
  },
  restoreTrust: {
    route: 'POST /trusted-certificates/{trustId}/restoring',
    summary: 'Trust a certificate or an issuer again',
    permission: 'company.write',
    path: TrustPath,
    output: TrustRow,
    status: 200,
    errors: ['trusted-certificate.not_found', 'trust.state'],
  },
} as const;

const followed = {
  listEInvoices: {
    route: 'GET /e-invoicing/documents',
    summary: 'List invoices among businesses with what became of them, newest first',
    permission: 'books.read',
    query: z.strictObject({
      ...datedQuery,
      direction: z.optional(anyOf(DIRECTIONS)),
      state: z.optional(anyOf(FOLLOW_UP_STATES)),
      warning: z.optional(anyOf(WARNINGS)),
    }),
    output: pageOf(FollowUpView),
  },
  listEInvoiceQueue: {
    route: 'GET /e-invoicing/queue',
    summary: 'List what is to be done: issuers to be told, by the last day for it, and invoices that nobody has sent',
    description: 'At most 200 of each, those to be told first; `counts` goes up to 500 of each.',
    permission: 'books.read',
    output: z.strictObject({
      items: z.array(FollowUpView),
      counts: z.object({ overdue: z.int(), due: z.int(), unsent: z.int() }),
      unreadable: Unreadable,
    }),
  },
  getEInvoice: {
    route: 'GET /e-invoicing/documents/{documentId}',
    summary: 'Get what became of an invoice, a bill or a credit note of either, and its record of Verifactu',
    description: 'Without `followUp` it is not followed, without `verifactu` it has no record.',
    permission: 'books.read',
    path: DocumentPath,
    output: EInvoiceDocumentView,
    errors: ['document.not_found'],
  },
  recordEInvoiceStatus: {
    route: 'POST /e-invoicing/documents/{documentId}/statuses',
    summary: 'Record that an invoice was sent, or what the customer says of it',
    description: 'What is paid follows from receipts by itself, what becomes of bills from the bills.',
    permission: 'invoices.issue',
    path: DocumentPath,
    body: StatusBody,
    output: FollowUpView,
    dryRun: true,
    errors: ['e-invoice.not_found', 'einvoice.status_of_books', 'einvoice.status_order', 'einvoice.reason_missing', 'einvoice.status_date'],
    example: { body: { status: 'sent', on: '2026-11-30' } },
  },
  reportEInvoiceStatus: {
    route: 'POST /e-invoicing/documents/{documentId}/reports',
    summary: 'Record that the issuer of a bill was told what became of it',
    description:
      'Rejection and payment in full are told within four days, without Saturdays, Sundays and national holidays. This deployment tells nobody: it is done by hand, and recorded here; `not-needed` asks for the reason.',
    permission: 'payables.write',
    path: DocumentPath,
    body: ReportBody,
    output: FollowUpView,
    dryRun: true,
    errors: ['e-invoice.not_found', 'einvoice.nothing_to_report', 'einvoice.reason_missing', 'einvoice.status_date'],
    example: { body: { how: 'by-hand', on: '2026-11-30' } },
  },
} as const;

export const einvoice = defineModule(
  'finance/einvoice',
  { title: 'Electronic invoices', workers },
  { ...files, ...settings, ...trust, ...followed },
);
