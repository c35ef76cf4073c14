import * as z from 'zod/mini';
import { ReversalInput } from '#domain/finance/open-items/money-wire.ts';
import { AllocateBillsInput } from '#domain/finance/payables/wire.ts';
import { paymentActions } from '#domain/finance/supplier-payments/payment-actions.ts';
import { PaymentInput, PaymentView, SupplierRefundView } from '#domain/finance/supplier-payments/wire.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { datedQuery, pageOf } from '#kernel/page.ts';
import { eur, ofBills, reversal } from './allocations.ts';
import { withFlow } from './flow.ts';
import { BANKS, EXCHANGING, POSTING_REFUSALS } from './posting.ts';

const PaymentPath = z.strictObject({ paymentId: idWith('spa') });
const ALLOCATION = ofBills.allocation(AllocateBillsInput, 'supplier-payment', 'bill.waiting', 'document.reversed', 'payment.same_person');

/** Money that leaves, and the bills that it pays; what comes back. */
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
      ...ofBills.errors,
      ...EXCHANGING,
      ...BANKS,
      ...POSTING_REFUSALS,
    ],
    example: { body: { supplierId: 'sup_01JDG8ZK5T7QWERTY2MNPQRSTV', amount: eur('121.00'), ...ofBills.pays('121.00') } },
  },
  listSupplierPayments: {
    route: 'GET /payables/payments',
    summary: 'List payments to suppliers, newest first',
    permission: 'payables.read',
    query: z.strictObject({ ...datedQuery, supplierId: z.optional(idWith('sup')), open: z.optional(z.enum(['true', 'false'])) }),
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
  listSupplierRefunds: {
    route: 'GET /payables/refunds',
    summary: 'List refunds by suppliers, newest first',
    permission: 'payables.read',
    query: z.strictObject({ ...datedQuery, supplierId: z.optional(idWith('sup')) }),
    output: pageOf(SupplierRefundView),
  },
  getSupplierRefund: {
    route: 'GET /payables/refunds/{refundId}',
    summary: 'Get a refund by a supplier, with the credit notes that it used up',
    description: 'It is made by the match of a line of the bank, and reversed where that is undone.',
    permission: 'payables.read',
    path: z.strictObject({ refundId: idWith('srf') }),
    output: withFlow(SupplierRefundView, {}),
    errors: ['supplier-refund.not_found'],
  },
  allocateSupplierPayment: {
    ...ALLOCATION,
    route: 'POST /payables/payments/{paymentId}/allocations',
    summary: 'Allocate a payment to bills',
    description: `${ALLOCATION.description} Bills that the payer entered or approved are left to others.`,
    permission: 'payables.pay',
    path: PaymentPath,
    output: PaymentView,
  },
  deallocateSupplierPayment: {
    ...ofBills.removal('supplier-payment', 'document.reversed'),
    route: 'POST /payables/payments/{paymentId}/allocations/{billId}/removal',
    summary: 'Remove the allocation of a payment to a bill',
    permission: 'payables.pay',
    path: z.strictObject({ paymentId: idWith('spa'), billId: idWith('bil') }),
    output: PaymentView,
  },
  reverseSupplierPayment: {
    ...reversal(ReversalInput, 'supplier-payment', 'Devuelta por el banco', 'document.reversed'),
    route: 'POST /payables/payments/{paymentId}/reversal',
    summary: 'Reverse a payment that the bank returned, or that never was',
    description: 'The bills that it paid are open again.',
    permission: 'payables.pay',
    path: PaymentPath,
    output: PaymentView,
  },
} as const satisfies Record<string, ActionSpec>;
