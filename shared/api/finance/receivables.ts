import * as z from 'zod/mini';
import { ReversalInput } from '#domain/finance/open-items/money-wire.ts';
import { DisputeInput, ResolutionInput } from '#domain/finance/receivables/dispute.ts';
import { INVOICE_STATES, InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { creditNoteActions, invoiceActions, receiptActions } from '#domain/finance/receivables/receivables-actions.ts';
import {
  AllocateInput,
  CreditInput,
  CreditNoteId,
  CreditNoteView,
  InvoiceView,
  invoiceFilters,
  ReceiptInput,
  ReceiptView,
  ReceivablesView,
  RefundInput,
  RefundView,
} from '#domain/finance/receivables/wire.ts';
import { type ActionSpec, defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, pageOf } from '#kernel/page.ts';
import { eur, ofInvoices, reversal } from '../allocations.ts';
import { withActions, withFlow } from '../flow.ts';
import { drafts, listSearch } from '../invoice-drafts.ts';
import { BANKS, EXCHANGING, POSTING_REFUSALS } from '../posting.ts';

const CREDITING = [
  'credit.line',
  'credit.too_much',
  'credit.nothing_left',
  'credit_note.zero',
  'credit_note.too_early',
  'currency.mixed',
] as const;

const InvoicePath = z.strictObject({ invoiceId: InvoiceId });
const CreditNotePath = z.strictObject({ creditNoteId: CreditNoteId });
/** A file to fetch: bytes, and until when the link is good. */
const Link = z.object({ url: z.string(), expiresAt: z.string(), bytes: z.int() });

/** Issued invoices: they never change, only credit notes correct them. */
const invoices = {
  listInvoices: {
    route: 'GET /invoices',
    summary: 'List invoices, newest first',
    permission: 'invoices.read',
    query: z.strictObject({ ...listSearch, ...invoiceFilters, state: z.optional(anyOf(INVOICE_STATES)) }),
    output: pageOf(withActions(InvoiceView, invoiceActions)),
  },
  getInvoice: {
    route: 'GET /invoices/{invoiceId}',
    summary: 'Get an invoice with its lines, entry, open amount and allocations',
    permission: 'invoices.read',
    path: InvoicePath,
    output: withFlow(InvoiceView, invoiceActions),
    errors: ['invoice.not_found'],
  },
  getInvoicePdf: {
    route: 'GET /invoices/{invoiceId}/pdf',
    summary: 'Get a link to the invoice as PDF, valid for 15 minutes',
    permission: 'invoices.read',
    profile: 'print',
    path: InvoicePath,
    output: Link,
    errors: ['document.brought', 'invoice.not_found'],
  },
  creditInvoice: {
    route: 'POST /invoices/{invoiceId}/credit-notes',
    summary: 'Credit an invoice in full or in part, at its own tax rates',
    permission: 'invoices.credit',
    path: InvoicePath,
    body: CreditInput,
    output: CreditNoteView,
    dryRun: true,
    errors: ['document.brought', 'invoice.not_found', ...CREDITING, ...POSTING_REFUSALS],
    example: { body: { reason: 'Descuento no aplicado', lines: [{ line: 1, net: eur('5.00') }] } },
  },
  disputeInvoice: {
    route: 'POST /invoices/{invoiceId}/dispute',
    summary: 'Record that the customer disputes an invoice',
    description:
      'From `on` (today) until its resolution no reminder goes out, no direct debit collects it, and its days bear no interest for late payment. It stays open and due.',
    permission: 'invoices.credit',
    path: InvoicePath,
    body: DisputeInput,
    output: InvoiceView,
    dryRun: true,
    errors: ['invoice.not_found', 'dispute.open', 'dispute.paid', 'dispute.date', 'document.in_run'],
    example: { body: { reason: 'Faltaban dos bultos' } },
  },
  resolveDispute: {
    route: 'POST /invoices/{invoiceId}/dispute/resolution',
    summary: 'End the dispute over an invoice',
    description: '`on` (today) is its last day. What came of it, such as a credit note, is made by itself.',
    permission: 'invoices.credit',
    path: InvoicePath,
    body: ResolutionInput,
    output: InvoiceView,
    dryRun: true,
    errors: ['invoice.not_found', 'dispute.none', 'dispute.date'],
    example: { body: { outcome: 'El cliente la acepta' } },
  },
} as const satisfies Record<string, ActionSpec>;

const CreditNoteInvoicePath = z.strictObject({ creditNoteId: CreditNoteId, invoiceId: InvoiceId });

/** Credit notes, and the credit that they leave to use. */
const creditNotes = {
  listCreditNotes: {
    route: 'GET /credit-notes',
    summary: 'List credit notes, newest first',
    permission: 'invoices.read',
    query: z.strictObject({ ...listSearch, open: z.optional(z.enum(['true', 'false'])) }),
    output: pageOf(CreditNoteView),
  },
  getCreditNote: {
    route: 'GET /credit-notes/{creditNoteId}',
    summary: 'Get a credit note',
    permission: 'invoices.read',
    path: CreditNotePath,
    output: withFlow(CreditNoteView, creditNoteActions),
    errors: ['credit-note.not_found'],
  },
  getCreditNotePdf: {
    route: 'GET /credit-notes/{creditNoteId}/pdf',
    summary: 'Get a link to the credit note as PDF, valid for 15 minutes',
    permission: 'invoices.read',
    profile: 'print',
    path: CreditNotePath,
    output: Link,
    errors: ['document.brought', 'credit-note.not_found'],
  },
  allocateCreditNote: {
    ...ofInvoices.allocation(AllocateInput, 'credit-note'),
    route: 'POST /credit-notes/{creditNoteId}/allocations',
    summary: 'Allocate a credit note to invoices',
    permission: 'invoices.credit',
    path: CreditNotePath,
    output: CreditNoteView,
  },
  deallocateCreditNote: {
    ...ofInvoices.removal('credit-note'),
    route: 'POST /credit-notes/{creditNoteId}/allocations/{invoiceId}/removal',
    summary: 'Remove the allocation of a credit note to an invoice',
    permission: 'invoices.credit',
    path: CreditNoteInvoicePath,
    output: CreditNoteView,
  },
} as const satisfies Record<string, ActionSpec>;

const ReceiptPath = z.strictObject({ receiptId: idWith('rcp') });
const ReceiptInvoicePath = z.strictObject({ receiptId: idWith('rcp'), invoiceId: InvoiceId });

/** Money received, and the invoices it pays. */
const receipts = {
  recordReceipt: {
    route: 'POST /receipts',
    summary: 'Record a payment received and allocate it to invoices',
    description:
      'In the currency of the invoices: `received` is what an account in euros got for it. What is not allocated stays as unapplied credit. `auto` pays the invoices that are due first.',
    permission: 'payments.receive',
    body: ReceiptInput,
    output: ReceiptView,
    dryRun: true,
    errors: [
      'customer.not_found',
      'allocation.over_receipt',
      'allocation.auto',
      ...ofInvoices.errors,
      ...EXCHANGING,
      ...BANKS,
      ...POSTING_REFUSALS,
    ],
    example: {
      body: {
        customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV',
        amount: eur('33.34'),
        ...ofInvoices.pays('33.34'),
      },
    },
  },
  listReceipts: {
    route: 'GET /receipts',
    summary: 'List receipts, newest first',
    permission: 'payments.read',
    query: z.strictObject({ ...listSearch, open: z.optional(z.enum(['true', 'false'])) }),
    output: pageOf(ReceiptView),
  },
  getReceipt: {
    route: 'GET /receipts/{receiptId}',
    summary: 'Get a receipt with its allocations',
    permission: 'payments.read',
    path: ReceiptPath,
    output: withFlow(ReceiptView, receiptActions),
    errors: ['receipt.not_found'],
  },
  allocateReceipt: {
    ...ofInvoices.allocation(AllocateInput, 'receipt'),
    route: 'POST /receipts/{receiptId}/allocations',
    summary: 'Allocate a receipt to invoices',
    permission: 'payments.receive',
    path: ReceiptPath,
    output: ReceiptView,
  },
  deallocateReceipt: {
    ...ofInvoices.removal('receipt'),
    route: 'POST /receipts/{receiptId}/allocations/{invoiceId}/removal',
    summary: 'Remove the allocation of a receipt to an invoice',
    permission: 'payments.receive',
    path: ReceiptInvoicePath,
    output: ReceiptView,
  },
  reverseReceipt: {
    ...reversal(ReversalInput, 'receipt', 'Recibo devuelto', 'receipt.reversed', 'receipt.refunded'),
    route: 'POST /receipts/{receiptId}/reversal',
    summary: 'Reverse a receipt that the bank returned',
    description: 'The invoices that it paid are open again.',
    permission: 'payments.receive',
    path: ReceiptPath,
    output: ReceiptView,
  },
} as const satisfies Record<string, ActionSpec>;

/** Money paid back, and what customers owe in all. */
const refunds = {
  recordRefund: {
    route: 'POST /refunds',
    summary: 'Refund unapplied credit to the customer',
    description: 'Not by who recorded, credited or authorised it, nor beyond the limit, unless they may pay alone: it then says so.',
    permission: 'payments.refund',
    body: RefundInput,
    output: RefundView,
    dryRun: true,
    errors: [
      'receipt.not_found',
      'credit-note.not_found',
      'allocation.nothing_open',
      'allocation.too_much',
      'refund.too_early',
      'refund.same_person',
      'refund.over_limit',
      'allocation.currency',
      ...EXCHANGING,
      ...BANKS,
      ...POSTING_REFUSALS,
    ],
    example: { body: { from: 'crn_R2026-000003', amount: eur('12.10') } },
  },
  listRefunds: {
    route: 'GET /refunds',
    summary: 'List refunds, newest first',
    permission: 'payments.read',
    query: z.strictObject(listSearch),
    output: pageOf(RefundView),
  },
  getRefund: {
    route: 'GET /refunds/{refundId}',
    summary: 'Get a refund',
    permission: 'payments.read',
    path: z.strictObject({ refundId: idWith('rfd') }),
    output: withFlow(RefundView, {}),
    errors: ['refund.not_found'],
  },
  getReceivables: {
    route: 'GET /receivables',
    summary: 'Get what customers owe, by age, less unapplied credit',
    description: '`receivable` is the balance of account 430. The figures follow each change within a moment.',
    permission: 'books.read',
    output: ReceivablesView,
  },
} as const satisfies Record<string, ActionSpec>;

const workers = {
  remindCustomers: {
    file: 'remind-customers.event',
    summary: 'Sends the payment reminders that are due',
    // One round a day: a run that has no time left is followed by the next.
    on: { schedule: 'cron(0/15 6-8 * * ? *)' },
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;

export const receivables = defineModule(
  'finance/receivables',
  { title: 'Receivables', workers },
  {
    ...drafts,
    ...invoices,
    ...creditNotes,
    ...receipts,
    ...refunds,
  },
);
