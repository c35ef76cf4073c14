import * as z from 'zod/mini';
import { AllocateInput, CreditNoteId, CreditNoteView, InvoiceId, RemovalInput } from '#domain/finance/receivables/wire.ts';
import { type ActionSpec, EVERYBODY } from '#kernel/action.ts';
import { pageOf } from '#kernel/page.ts';
import { ALLOCATING, CreditNotePath, eur, KEEPERS, Link, search } from './module-fields.ts';

const CreditNoteInvoicePath = z.strictObject({ creditNoteId: CreditNoteId, invoiceId: InvoiceId });

/** Credit notes, and the credit that they leave to use. */
export const creditNotes = {
  listCreditNotes: {
    route: 'GET /credit-notes',
    summary: 'Credit notes, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ ...search, open: z.optional(z.enum(['true', 'false'])) }),
    output: pageOf(CreditNoteView),
    errors: ['cursor.invalid'],
  },
  getCreditNote: {
    route: 'GET /credit-notes/{creditNoteId}',
    summary: 'One credit note',
    roles: EVERYBODY,
    profile: 'queries',
    path: CreditNotePath,
    output: CreditNoteView,
    errors: ['credit-note.not_found'],
  },
  getCreditNotePdf: {
    route: 'GET /credit-notes/{creditNoteId}/pdf',
    summary: 'A link to the credit note as PDF, good for 15 minutes',
    roles: EVERYBODY,
    profile: 'documents',
    path: CreditNotePath,
    output: Link,
    errors: ['credit-note.not_found'],
  },
  allocateCreditNote: {
    route: 'POST /credit-notes/{creditNoteId}/allocations',
    summary: 'Use unapplied credit of a credit note on invoices',
    description: 'Both sides stand on account 430, so nothing is posted.',
    roles: KEEPERS,
    profile: 'commands',
    path: CreditNotePath,
    body: AllocateInput,
    output: CreditNoteView,
    status: 201,
    dryRun: true,
    errors: ['credit-note.not_found', ...ALLOCATING],
    example: { body: { allocations: [{ invoiceId: 'inv_F2026-000012', amount: eur('12.10') }] } },
  },
  unallocateCreditNote: {
    route: 'POST /credit-notes/{creditNoteId}/allocations/{invoiceId}/removal',
    summary: 'Take back what a credit note has paid of an invoice',
    description: 'Both are open again. Nothing is posted.',
    roles: KEEPERS,
    profile: 'commands',
    path: CreditNoteInvoicePath,
    body: RemovalInput,
    output: CreditNoteView,
    status: 201,
    dryRun: true,
    errors: ['credit-note.not_found', 'invoice.not_found', 'allocation.none'],
    example: { body: {} },
  },
} as const satisfies Record<string, ActionSpec>;
