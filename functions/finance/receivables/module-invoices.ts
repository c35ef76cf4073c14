import * as z from 'zod/mini';
import { CreditInput, CreditNoteView, INVOICE_STATES, InvoiceView } from '#domain/finance/receivables/wire.ts';
import { type ActionSpec, EVERYBODY } from '#kernel/action.ts';
import { anyOf, pageOf } from '#kernel/page.ts';
import { eur, InvoicePath, KEEPERS, Link, POSTING, search } from './module-fields.ts';

/** Issued invoices: they never change, only credit notes correct them. */
export const invoices = {
  listInvoices: {
    route: 'GET /invoices',
    summary: 'Invoices, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ ...search, state: z.optional(anyOf(INVOICE_STATES)) }),
    output: pageOf(InvoiceView),
    errors: ['cursor.invalid'],
  },
  getInvoice: {
    route: 'GET /invoices/{invoiceId}',
    summary: 'One invoice: lines, entry, what is open and what paid it',
    roles: EVERYBODY,
    profile: 'queries',
    path: InvoicePath,
    output: InvoiceView,
    errors: ['invoice.not_found'],
  },
  getInvoicePdf: {
    route: 'GET /invoices/{invoiceId}/pdf',
    summary: 'A link to the invoice as PDF, good for 15 minutes',
    roles: EVERYBODY,
    profile: 'documents',
    path: InvoicePath,
    output: Link,
    errors: ['invoice.not_found'],
  },
  creditInvoice: {
    route: 'POST /invoices/{invoiceId}/credit-notes',
    summary: 'Credit an invoice, wholly or in part, at its own tax rates',
    roles: KEEPERS,
    profile: 'commands',
    path: InvoicePath,
    body: CreditInput,
    output: CreditNoteView,
    status: 201,
    dryRun: true,
    errors: [
      'invoice.not_found',
      'credit.line',
      'credit.too_much',
      'credit.nothing_left',
      'credit_note.zero',
      'credit_note.too_early',
      ...POSTING,
    ],
    example: { body: { reason: 'Descuento no aplicado', lines: [{ line: 1, net: eur('5.00') }] } },
  },
} as const satisfies Record<string, ActionSpec>;
