import * as z from 'zod/mini';
import { type ActionSpec, EVERYBODY, defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { DraftInput, PatchDraft } from '#domain/finance/receivables/draft.ts';
import {
  AllocateInput, CreditInput, CreditNoteId, CreditNoteView, DRAFT_STATES, DraftView, INVOICE_STATES, InvoiceId, InvoiceView, ReceiptInput, ReceiptView, RefundInput, RefundView, RemovalInput,
} from '#domain/finance/receivables/wire.ts';

const KEEPERS = ['owner', 'accountant'] as const;
/** Salespeople prepare invoices; keepers of the books issue them. */
const DRAFTERS = ['owner', 'accountant', 'sales'] as const;
/** A bank feed may tell what came in and went back. */
const RECEIVERS = ['owner', 'accountant', 'integration'] as const;
const POSTING = ['period.not_open', 'period.closed', 'period.locked'] as const;
const ALLOCATING = ['invoice.not_found', 'allocation.too_much', 'allocation.too_many', 'allocation.customer', 'allocation.twice'] as const;
const InvoicePath = z.strictObject({ invoiceId: InvoiceId });
const CreditNotePath = z.strictObject({ creditNoteId: CreditNoteId });
const ReceiptPath = z.strictObject({ receiptId: idWith('rcp') });
const ReceiptInvoicePath = z.strictObject({ receiptId: idWith('rcp'), invoiceId: InvoiceId });
const CreditNoteInvoicePath = z.strictObject({ creditNoteId: CreditNoteId, invoiceId: InvoiceId });
const DraftPath = z.strictObject({ draftId: idWith('drf') });
const search = { ...pageQuery, from: z.optional(BusinessDate), to: z.optional(BusinessDate), customerId: z.optional(idWith('cus')), q: z.optional(z.string().check(z.maxLength(80))) };
const Link = z.object({ url: z.string(), expiresAt: z.string(), bytes: z.int() });
const eur = (amount: string) => ({ amount, currency: 'EUR' });

const DRAFT_LINES = ['draft.line', 'item.not_found', 'item.inactive', 'tax.no_rate'] as const;
const drafts = {
  createDraft: {
    route: 'POST /invoice-drafts', summary: 'Draft an invoice for services or other things that no order bills', roles: DRAFTERS, profile: 'commands',
    description: 'A line is an item of the catalogue, or in words of its own. No stock moves.',
    body: DraftInput, output: DraftView, status: 201, errors: ['customer.not_found', ...DRAFT_LINES],
    example: { body: { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', lines: [{ name: 'Asesoría, noviembre', quantity: '3', price: '60' }] } },
  },
  patchDraft: {
    route: 'PATCH /invoice-drafts/{draftId}', summary: 'Change a draft', description: 'Lines are replaced whole. Null clears a field.', roles: DRAFTERS, profile: 'commands',
    path: DraftPath, body: PatchDraft, output: DraftView, errors: ['invoice-draft.not_found', 'draft.issued', 'customer.not_found', ...DRAFT_LINES], example: { body: { notes: 'Pedido 4711' } },
  },
  deleteDraft: {
    route: 'DELETE /invoice-drafts/{draftId}', summary: 'Throw a draft away; an issued one stays', roles: DRAFTERS, profile: 'commands',
    path: DraftPath, output: z.object({ id: z.string(), deleted: z.literal(true) }), errors: ['invoice-draft.not_found', 'draft.issued'],
  },
  getDraft: { route: 'GET /invoice-drafts/{draftId}', summary: 'One draft', roles: EVERYBODY, profile: 'queries', path: DraftPath, output: DraftView, errors: ['invoice-draft.not_found'] },
  listDrafts: { route: 'GET /invoice-drafts', summary: 'Drafts, newest first', roles: EVERYBODY, profile: 'queries', query: z.strictObject({ ...search, state: z.optional(z.enum(DRAFT_STATES)) }), output: pageOf(DraftView), errors: ['cursor.invalid'] },
  issueDraft: {
    route: 'POST /invoice-drafts/{draftId}/issue', summary: 'Issue the invoice: it gets its number and its entry, and never changes again', roles: KEEPERS, profile: 'commands',
    description: 'On a dry run the number is provisional: the next one that is free at that moment.',
    path: DraftPath, body: z.strictObject({ date: z.optional(BusinessDate) }), output: InvoiceView, status: 201, dryRun: true,
    errors: ['invoice-draft.not_found', 'draft.issued', 'invoice.zero', 'tax.no_rate', 'customer.credit_exceeded', ...POSTING], example: { body: {} },
  },
} as const satisfies Record<string, ActionSpec>;

const invoices = {
  listInvoices: { route: 'GET /invoices', summary: 'Invoices, newest first', roles: EVERYBODY, profile: 'queries', query: z.strictObject({ ...search, state: z.optional(z.enum(INVOICE_STATES)) }), output: pageOf(InvoiceView), errors: ['cursor.invalid'] },
  getInvoice: { route: 'GET /invoices/{invoiceId}', summary: 'One invoice: lines, entry, what is open and what paid it', roles: EVERYBODY, profile: 'queries', path: InvoicePath, output: InvoiceView, errors: ['invoice.not_found'] },
  getInvoicePdf: { route: 'GET /invoices/{invoiceId}/pdf', summary: 'A link to the invoice as PDF, good for 15 minutes', roles: EVERYBODY, profile: 'documents', path: InvoicePath, output: Link, errors: ['invoice.not_found'] },
  creditInvoice: {
    route: 'POST /invoices/{invoiceId}/credit-notes', summary: 'Credit an invoice, wholly or in part, at its own tax rates', roles: KEEPERS, profile: 'commands',
    path: InvoicePath, body: CreditInput, output: CreditNoteView, status: 201, dryRun: true, errors: ['invoice.not_found', 'credit.line', 'credit.too_much', 'credit.nothing_left', 'credit_note.zero', 'credit_note.too_early', ...POSTING],
    example: { body: { reason: 'Descuento no aplicado', lines: [{ line: 1, net: eur('5.00') }] } },
  },
  listCreditNotes: { route: 'GET /credit-notes', summary: 'Credit notes, newest first', roles: EVERYBODY, profile: 'queries', query: z.strictObject({ ...search, open: z.optional(z.enum(['true', 'false'])) }), output: pageOf(CreditNoteView), errors: ['cursor.invalid'] },
  getCreditNote: { route: 'GET /credit-notes/{creditNoteId}', summary: 'One credit note', roles: EVERYBODY, profile: 'queries', path: CreditNotePath, output: CreditNoteView, errors: ['credit-note.not_found'] },
  getCreditNotePdf: { route: 'GET /credit-notes/{creditNoteId}/pdf', summary: 'A link to the credit note as PDF, good for 15 minutes', roles: EVERYBODY, profile: 'documents', path: CreditNotePath, output: Link, errors: ['credit-note.not_found'] },
  allocateCreditNote: {
    route: 'POST /credit-notes/{creditNoteId}/allocations', summary: 'Use unapplied credit of a credit note on invoices', description: 'Both sides stand on account 430, so nothing is posted.', roles: KEEPERS, profile: 'commands',
    path: CreditNotePath, body: AllocateInput, output: CreditNoteView, status: 201, dryRun: true, errors: ['credit-note.not_found', ...ALLOCATING],
    example: { body: { allocations: [{ invoiceId: 'inv_F2026-000012', amount: eur('12.10') }] } },
  },
  unallocateCreditNote: {
    route: 'POST /credit-notes/{creditNoteId}/allocations/{invoiceId}/removal', summary: 'Take back what a credit note has paid of an invoice', description: 'Both are open again. Nothing is posted.', roles: KEEPERS, profile: 'commands',
    path: CreditNoteInvoicePath, body: RemovalInput, output: CreditNoteView, status: 201, dryRun: true, errors: ['credit-note.not_found', 'invoice.not_found', 'allocation.none'], example: { body: {} },
  },
} as const satisfies Record<string, ActionSpec>;

const money = {
  recordReceipt: {
    route: 'POST /receipts', summary: 'Record money received: it pays invoices, and what is left stays as unapplied credit', roles: RECEIVERS, profile: 'commands',
    body: ReceiptInput, output: ReceiptView, status: 201, dryRun: true,
    errors: ['customer.not_found', 'allocation.over_receipt', 'allocation.auto', ...ALLOCATING, ...POSTING],
    example: { body: { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', amount: eur('33.34'), allocations: [{ invoiceId: 'inv_F2026-000012', amount: eur('33.34') }] } },
  },
  listReceipts: { route: 'GET /receipts', summary: 'Receipts, newest first', roles: EVERYBODY, profile: 'queries', query: z.strictObject({ ...search, open: z.optional(z.enum(['true', 'false'])) }), output: pageOf(ReceiptView), errors: ['cursor.invalid'] },
  getReceipt: { route: 'GET /receipts/{receiptId}', summary: 'One receipt and what it paid', roles: EVERYBODY, profile: 'queries', path: ReceiptPath, output: ReceiptView, errors: ['receipt.not_found'] },
  allocateReceipt: {
    route: 'POST /receipts/{receiptId}/allocations', summary: 'Use unapplied credit of a receipt on invoices', description: 'Both sides stand on account 430, so nothing is posted.', roles: RECEIVERS, profile: 'commands',
    path: ReceiptPath, body: AllocateInput, output: ReceiptView, status: 201, dryRun: true, errors: ['receipt.not_found', ...ALLOCATING],
    example: { body: { allocations: [{ invoiceId: 'inv_F2026-000012', amount: eur('12.10') }] } },
  },
  unallocateReceipt: {
    route: 'POST /receipts/{receiptId}/allocations/{invoiceId}/removal', summary: 'Take back what a receipt has paid of an invoice', description: 'Both are open again. Nothing is posted.', roles: RECEIVERS, profile: 'commands',
    path: ReceiptInvoicePath, body: RemovalInput, output: ReceiptView, status: 201, dryRun: true, errors: ['receipt.not_found', 'invoice.not_found', 'allocation.none'], example: { body: {} },
  },
  reverseReceipt: {
    route: 'POST /receipts/{receiptId}/reversal', summary: 'Take a receipt back that the bank returned: its invoices are open again', roles: RECEIVERS, profile: 'commands',
    path: ReceiptPath, body: z.strictObject({ date: z.optional(BusinessDate), reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
    output: ReceiptView, status: 201, dryRun: true, errors: ['receipt.not_found', 'receipt.reversed', 'receipt.refunded', 'reversal.too_early', ...POSTING], example: { body: { reason: 'Recibo devuelto' } },
  },
  recordRefund: {
    route: 'POST /refunds', summary: 'Pay unapplied credit back to the customer', roles: KEEPERS, profile: 'commands',
    body: RefundInput, output: RefundView, status: 201, dryRun: true, errors: ['receipt.not_found', 'credit-note.not_found', 'allocation.too_much', 'refund.too_early', ...POSTING],
    example: { body: { from: 'crn_R2026-000003', amount: eur('12.10') } },
  },
  listRefunds: { route: 'GET /refunds', summary: 'Refunds, newest first', roles: EVERYBODY, profile: 'queries', query: z.strictObject(search), output: pageOf(RefundView), errors: ['cursor.invalid'] },
  getRefund: { route: 'GET /refunds/{refundId}', summary: 'One refund', roles: EVERYBODY, profile: 'queries', path: z.strictObject({ refundId: idWith('rfd') }), output: RefundView, errors: ['refund.not_found'] },
  getReceivables: {
    route: 'GET /receivables', summary: 'What customers owe, by age, less unapplied credits: it equals the balance of account 430', roles: EVERYBODY, profile: 'queries',
    output: z.object({
      date: z.string(), openInvoices: Money, overdue: Money, unappliedCredits: Money, receivable: Money, count: z.int(),
      ageing: z.object({ notDue: Money, days1to30: Money, days31to60: Money, days61to90: Money, over90: Money }),
    }),
  },
} as const satisfies Record<string, ActionSpec>;

export const receivables = defineModule('finance/receivables', 'Receivables', { ...drafts, ...invoices, ...money });
