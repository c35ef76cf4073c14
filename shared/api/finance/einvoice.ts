import * as z from 'zod/mini';
import { EINVOICE_SYNTAXES } from '#domain/finance/einvoice/einvoice.ts';
import { EInvoiceDutyView, EInvoiceFileView } from '#domain/finance/einvoice/wire.ts';
import { InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { CreditNoteId } from '#domain/finance/receivables/wire.ts';
import { defineModule } from '#kernel/action.ts';

const Syntax = z.strictObject({ syntax: z.optional(z.enum(EINVOICE_SYNTAXES)) });
const REFUSALS = [
  'document.brought',
  'einvoice.currency',
  'einvoice.not_subject',
  'einvoice.party',
  'einvoice.simplified',
  'einvoice.withheld',
] as const;
const FILES =
  'UBL 2.1 (without `syntax`) and CII D16B by the rules of EN 16931, Facturae 3.2.2 as it is before it is signed. The same bytes whenever it is asked for. Nothing is sent to anybody.';

export const einvoice = defineModule('finance/einvoice', 'Electronic invoices', {
  getInvoiceFile: {
    route: 'GET /invoices/{invoiceId}/e-invoice',
    summary: 'Get an invoice as an electronic one, in base64',
    description: FILES,
    permission: 'invoices.read',
    profile: 'queries',
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
    profile: 'queries',
    path: z.strictObject({ creditNoteId: CreditNoteId }),
    query: Syntax,
    output: EInvoiceFileView,
    errors: ['credit-note.not_found', ...REFUSALS],
  },
  listEInvoiceDuties: {
    route: 'GET /e-invoice-duties',
    summary: 'List the duties of electronic invoicing in Spain, by the day from which they are one',
    description: 'As the law was on 2026-11-29, each with its source and how sure it is. What is only announced is not here.',
    permission: 'invoices.read',
    profile: 'queries',
    output: z.object({ items: z.array(EInvoiceDutyView) }),
  },
});
