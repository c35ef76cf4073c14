import * as z from 'zod/mini';
import { AllocateInput, InvoiceId, ReceiptInput, ReceiptView, RemovalInput } from '#domain/finance/receivables/wire.ts';
import { type ActionSpec, EVERYBODY } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf } from '#kernel/page.ts';
import { ALLOCATING, eur, POSTING, RECEIVERS, search } from './module-fields.ts';

const ReceiptPath = z.strictObject({ receiptId: idWith('rcp') });
const ReceiptInvoicePath = z.strictObject({ receiptId: idWith('rcp'), invoiceId: InvoiceId });

/** Money received, and the invoices it pays. */
export const receipts = {
  recordReceipt: {
    route: 'POST /receipts',
    summary: 'Record money received: it pays invoices, and what is left stays as unapplied credit',
    roles: RECEIVERS,
    profile: 'commands',
    body: ReceiptInput,
    output: ReceiptView,
    status: 201,
    dryRun: true,
    errors: ['customer.not_found', 'allocation.over_receipt', 'allocation.auto', ...ALLOCATING, ...POSTING],
    example: {
      body: {
        customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV',
        amount: eur('33.34'),
        allocations: [{ invoiceId: 'inv_F2026-000012', amount: eur('33.34') }],
      },
    },
  },
  listReceipts: {
    route: 'GET /receipts',
    summary: 'Receipts, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ ...search, open: z.optional(z.enum(['true', 'false'])) }),
    output: pageOf(ReceiptView),
    errors: ['cursor.invalid'],
  },
  getReceipt: {
    route: 'GET /receipts/{receiptId}',
    summary: 'One receipt and what it paid',
    roles: EVERYBODY,
    profile: 'queries',
    path: ReceiptPath,
    output: ReceiptView,
    errors: ['receipt.not_found'],
  },
  allocateReceipt: {
    route: 'POST /receipts/{receiptId}/allocations',
    summary: 'Use unapplied credit of a receipt on invoices',
    description: 'Both sides stand on account 430, so nothing is posted.',
    roles: RECEIVERS,
    profile: 'commands',
    path: ReceiptPath,
    body: AllocateInput,
    output: ReceiptView,
    status: 201,
    dryRun: true,
    errors: ['receipt.not_found', ...ALLOCATING],
    example: { body: { allocations: [{ invoiceId: 'inv_F2026-000012', amount: eur('12.10') }] } },
  },
  unallocateReceipt: {
    route: 'POST /receipts/{receiptId}/allocations/{invoiceId}/removal',
    summary: 'Take back what a receipt has paid of an invoice',
    description: 'Both are open again. Nothing is posted.',
    roles: RECEIVERS,
    profile: 'commands',
    path: ReceiptInvoicePath,
    body: RemovalInput,
    output: ReceiptView,
    status: 201,
    dryRun: true,
    errors: ['receipt.not_found', 'invoice.not_found', 'allocation.none'],
    example: { body: {} },
  },
  reverseReceipt: {
    route: 'POST /receipts/{receiptId}/reversal',
    summary: 'Take a receipt back that the bank returned: its invoices are open again',
    roles: RECEIVERS,
    profile: 'commands',
    path: ReceiptPath,
    body: z.strictObject({ date: z.optional(BusinessDate), reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
    output: ReceiptView,
    status: 201,
    dryRun: true,
    errors: ['receipt.not_found', 'receipt.reversed', 'receipt.refunded', 'reversal.too_early', ...POSTING],
    example: { body: { reason: 'Recibo devuelto' } },
  },
} as const satisfies Record<string, ActionSpec>;
