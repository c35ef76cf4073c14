import * as z from 'zod/mini';
import { paymentActions } from '#domain/finance/payables/payables-actions.ts';
import {
  AllocateBillsInput,
  PayablesView,
  PaymentInput,
  PaymentView,
  ReversalInput,
  SupplierStatementView,
  UnbilledView,
} from '#domain/finance/payables/wire.ts';
import { PatchSupplier, SupplierInput, SupplierView, supplierActions } from '#domain/finance/suppliers/supplier.ts';
import { type ActionSpec, defineModule } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { withActions, withFlow } from '../flow.ts';
import { BANKS } from '../invoice-drafts.ts';
import { POSTING_REFUSALS } from '../posting.ts';
import { bills, common, credits } from '../supplier-papers.ts';

const SupplierPath = z.strictObject({ supplierId: idWith('sup') });
const PaymentPath = z.strictObject({ paymentId: idWith('spa') });
const PaymentBillPath = z.strictObject({ paymentId: idWith('spa'), billId: idWith('bil') });
const { ALLOCATING, REVERSING, range, words, search, open, NOTHING_POSTED, RemovalInput, eur, SUPPLIER, BILL, reason } = common;

/** Who is paid. */
const suppliers = {
  createSupplier: {
    route: 'POST /payables/suppliers',
    summary: 'Create a supplier',
    permission: 'payables.write',
    profile: 'commands',
    body: SupplierInput,
    output: SupplierView,
    status: 201,
    errors: [
      'supplier.tax_id',
      'supplier.withholding',
      'supplier.twice',
      'supplier.own',
      'tax.company_withholding',
      'vies.check',
      'dimension.value',
    ],
    example: { body: { name: 'Papelería Arenal, S.L.', taxId: 'B58378431', paymentDays: 30, account: '400', expenseAccount: '602' } },
  },
  patchSupplier: {
    route: 'PATCH /payables/suppliers/{supplierId}',
    summary: 'Change a supplier',
    description: 'Null clears a field. Who enters an IBAN is kept, with the day: somebody else pays to it.',
    permission: 'payables.write',
    profile: 'commands',
    path: SupplierPath,
    body: PatchSupplier,
    output: SupplierView,
    errors: [
      'supplier.not_found',
      'dimension.value',
      'supplier.tax_id',
      'supplier.withholding',
      'supplier.twice',
      'supplier.own',
      'tax.company_withholding',
      'vies.check',
    ],
    example: { body: { paymentDays: 60 } },
  },
  getSupplier: {
    route: 'GET /payables/suppliers/{supplierId}',
    summary: 'Get a supplier',
    permission: 'payables.read',
    profile: 'queries',
    path: SupplierPath,
    output: withActions(SupplierView, supplierActions),
    errors: ['supplier.not_found'],
  },
  listSuppliers: {
    route: 'GET /payables/suppliers',
    summary: 'List suppliers by name',
    permission: 'payables.read',
    profile: 'queries',
    query: z.strictObject({ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc'), q: words }),
    output: pageOf(SupplierView),
    errors: ['cursor.invalid'],
  },
  getSupplierStatement: {
    route: 'GET /payables/suppliers/{supplierId}/statement',
    summary: 'Get the account of a supplier over a range of days',
    description: 'Without days: the current year. What is owed is positive. The lines follow each change within a moment.',
    permission: 'payables.read',
    profile: 'queries',
    path: SupplierPath,
    query: z.strictObject(range),
    output: SupplierStatementView,
    errors: ['supplier.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;

/** Money that leaves, and the bills that it pays. */
const payments = {
  recordSupplierPayment: {
    route: 'POST /payables/payments',
    summary: 'Record a payment to a supplier and allocate it to bills',
    description:
      'Not by who entered or approved the bills, unless they may pay alone: it then says so. Never to an IBAN that the payer entered, and to one of today or yesterday only `confirmed`. In the currency of the bills: `paid` is what it took of an account in euros. What is not allocated stays open as an advance.',
    permission: 'payables.pay',
    profile: 'commands',
    body: PaymentInput,
    output: PaymentView,
    status: 201,
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
    profile: 'queries',
    query: z.strictObject({ ...search, open }),
    output: pageOf(PaymentView),
    errors: ['cursor.invalid'],
  },
  getSupplierPayment: {
    route: 'GET /payables/payments/{paymentId}',
    summary: 'Get a payment to a supplier with its allocations',
    permission: 'payables.read',
    profile: 'queries',
    path: PaymentPath,
    output: withFlow(PaymentView, paymentActions),
    errors: ['supplier-payment.not_found'],
  },
  allocateSupplierPayment: {
    route: 'POST /payables/payments/{paymentId}/allocations',
    summary: 'Allocate a payment to bills',
    description: `${NOTHING_POSTED} Bills that the payer entered or approved are left to others.`,
    permission: 'payables.pay',
    profile: 'commands',
    path: PaymentPath,
    body: AllocateBillsInput,
    output: PaymentView,
    status: 201,
    dryRun: true,
    errors: ['supplier-payment.not_found', 'bill.waiting', 'document.reversed', 'payment.same_person', ...ALLOCATING, ...POSTING_REFUSALS],
    example: { body: { allocations: [{ billId: BILL, amount: eur('12.10') }] } },
  },
  deallocateSupplierPayment: {
    route: 'POST /payables/payments/{paymentId}/allocations/{billId}/removal',
    summary: 'Remove the allocation of a payment to a bill',
    description: 'Both documents are open again by that amount, and no other changes. What was posted of their rates is taken back.',
    permission: 'payables.pay',
    profile: 'commands',
    path: PaymentBillPath,
    body: RemovalInput,
    output: PaymentView,
    status: 201,
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
    profile: 'commands',
    path: PaymentPath,
    body: ReversalInput,
    output: PaymentView,
    status: 201,
    dryRun: true,
    errors: ['supplier-payment.not_found', ...REVERSING],
    example: reason,
  },
  getPayables: {
    route: 'GET /payables',
    summary: 'Get what suppliers are owed, by age, less unapplied payments and credit notes',
    description:
      '`payable` is the balance of accounts 400, 410 and 4650 (employees), credit positive. The figures follow each change within a moment.',
    permission: 'books.read',
    profile: 'queries',
    output: PayablesView,
  },
  getUnbilledReceipts: {
    route: 'GET /payables/unbilled',
    summary: 'List goods that came in and were not billed yet, with their sum beside account 4009',
    description:
      'The 500 oldest lines. `balance` is what 4009 holds: what other documents have put there is told by document, and `difference` is what nothing explains. The figures follow each change within a moment.',
    permission: 'payables.read',
    profile: 'queries',
    output: UnbilledView,
  },
} as const satisfies Record<string, ActionSpec>;

export const payables = defineModule('finance/payables', 'Payables', { ...suppliers, ...bills, ...credits, ...payments });
