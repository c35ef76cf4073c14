import * as z from 'zod/mini';
import { AllocateBillsInput, ReversalInput } from '#domain/finance/payables/wire.ts';
import { paymentActions } from '#domain/finance/supplier-payments/payment-actions.ts';
import { PaymentInput, PaymentView } from '#domain/finance/supplier-payments/wire.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf } from '#kernel/page.ts';
import { withFlow } from './flow.ts';
import { BANKS } from './invoice-drafts.ts';
import { POSTING_REFUSALS } from './posting.ts';
import { common } from './supplier-papers.ts';

const PaymentPath = z.strictObject({ paymentId: idWith('spa') });
const PaymentBillPath = z.strictObject({ paymentId: idWith('spa'), billId: idWith('bil') });
const { ALLOCATING, REVERSING, search, open, NOTHING_POSTED, RemovalInput, eur, SUPPLIER, BILL, reason } = common;

/** Money that leaves, and the bills that it pays. */
export const payments = {
  recordSupplierPayment: {
    route: 'POST /payables/payments',
    summary: 'Record a payment to a supplier and allocate it to bills',
    description:
      'Not by who entered or approved the bills, unless they may pay alone: it then says so. Never to an IBAN that the payer entered, and to one of today or yesterday only `confirmed`. In the currency of the bills: `paid` is what it took of an account in euros. What is not allocated stays open as an advance.',
    permission: 'payables.pay',
    body: PaymentInput,
    output: PaymentView,
    dryRun: true,
    errors: [
      'supplier.not_found',
      'allocation.auto',
      'bill.waiting',
      'document.reversed',
      'payment.same_person',
      'payment.over_limit',
      'payment.own_iban',
      'payment.iban_recent',
      ...ALLOCATING,
      'rate.missing',
      'rate.far',
      'rate.base',
      ...BANKS,
      ...POSTING_REFUSALS,
    ],
    example: { body: { supplierId: SUPPLIER, amount: eur('121.00'), allocations: [{ billId: BILL, amount: eur('121.00') }] } },
  },
  listSupplierPayments: {
    route: 'GET /payables/payments',
    summary: 'List payments to suppliers, newest first',
    permission: 'payables.read',
    query: z.strictObject({ ...search, open }),
    output: pageOf(PaymentView),
  },
  getSupplierPayment: {
    route: 'GET /payables/payments/{paymentId}',
    summary: 'Get a payment to a supplier with its allocations',
    permission: 'payables.read',
    path: PaymentPath,
    output: withFlow(PaymentView, paymentActions),
    errors: ['supplier-payment.not_found'],
  },
  allocateSupplierPayment: {
    route: 'POST /payables/payments/{paymentId}/allocations',
    summary: 'Allocate a payment to bills',
    description: `${NOTHING_POSTED} Bills that the payer entered or approved are left to others.`,
    permission: 'payables.pay',
    path: PaymentPath,
    body: AllocateBillsInput,
    output: PaymentView,
    dryRun: true,
    errors: ['supplier-payment.not_found', 'bill.waiting', 'document.reversed', 'payment.same_person', ...ALLOCATING, ...POSTING_REFUSALS],
    example: { body: { allocations: [{ billId: BILL, amount: eur('12.10') }] } },
  },
  deallocateSupplierPayment: {
    route: 'POST /payables/payments/{paymentId}/allocations/{billId}/removal',
    summary: 'Remove the allocation of a payment to a bill',
    description: 'Both documents are open again by that amount, and no other changes. What was posted of their rates is taken back.',
    permission: 'payables.pay',
    path: PaymentBillPath,
    body: RemovalInput,
    output: PaymentView,
    dryRun: true,
    errors: [
      'supplier-payment.not_found',
      'supplier-bill.not_found',
      'document.reversed',
      'allocation.none',
      'allocation.too_early',
      ...POSTING_REFUSALS,
    ],
    example: { body: {} },
  },
  reverseSupplierPayment: {
    route: 'POST /payables/payments/{paymentId}/reversal',
    summary: 'Reverse a payment that the bank returned, or that never was',
    description: 'The bills that it paid are open again.',
    permission: 'payables.pay',
    path: PaymentPath,
    body: ReversalInput,
    output: PaymentView,
    dryRun: true,
    errors: ['supplier-payment.not_found', ...REVERSING],
    example: reason,
  },
} as const satisfies Record<string, ActionSpec>;
