import * as z from 'zod/mini';
import { billActions, paymentActions, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { PatchSupplier, SupplierInput, SupplierView, supplierActions } from '#domain/finance/payables/supplier.ts';
import { BILL_STATES, BillInput, SupplierCreditInput } from '#domain/finance/payables/supplier-bill.ts';
import {
  AllocateBillsInput,
  BillView,
  PayablesView,
  PaymentInput,
  PaymentView,
  ReversalInput,
  SupplierCreditView,
  SupplierStatementView,
} from '#domain/finance/payables/wire.ts';
import { type ActionSpec, defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, pageOf, pageQuery } from '#kernel/page.ts';
import { withActions, withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

const ALLOCATING = [
  'supplier-bill.not_found',
  'allocation.nothing_open',
  'allocation.too_much',
  'allocation.too_many',
  'allocation.party',
  'allocation.currency',
  'allocation.twice',
  'allocation.too_early',
] as const;
/** What a document in a foreign currency may be refused for. */
const EXCHANGING = ['currency.mixed', 'rate.missing', 'rate.far', 'rate.base'] as const;
const ENTERING = [
  'supplier.not_found',
  'bill.account',
  'bill.total',
  'bill.zero',
  'bill.order',
  'bill.twice',
  'account.unknown',
  'account.control',
  'account.inactive',
  'account.not_in_force',
  'tax.no_rate',
  'tax.no_pack',
  'tax.capital_good',
  'tax.supplier',
  ...EXCHANGING,
  ...POSTING_REFUSALS,
] as const;
const REVERSING = ['document.reversed', 'reversal.too_early', ...POSTING_REFUSALS] as const;

const SupplierPath = z.strictObject({ supplierId: idWith('sup') });
const BillPath = z.strictObject({ billId: idWith('bil') });
const CreditPath = z.strictObject({ supplierCreditNoteId: idWith('scn') });
const CreditBillPath = z.strictObject({ supplierCreditNoteId: idWith('scn'), billId: idWith('bil') });
const PaymentPath = z.strictObject({ paymentId: idWith('spa') });
const PaymentBillPath = z.strictObject({ paymentId: idWith('spa'), billId: idWith('bil') });
const range = { from: z.optional(BusinessDate), to: z.optional(BusinessDate) };
const words = z.optional(z.string().check(z.maxLength(80)));
const search = { ...pageQuery, ...range, supplierId: z.optional(idWith('sup')), q: words };
const open = z.optional(z.enum(['true', 'false']));
const NOTHING_POSTED =
  'Both documents are on one account, so nothing is posted, but for what rates have changed between them where they are in a foreign currency.';
const RemovalInput = z.strictObject({ date: z.optional(BusinessDate) });
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const SUPPLIER = 'sup_01JDG8ZK5T7QWERTY2MNPQRSTV';
const BILL = 'bil_01JDG8ZK5T7QWERTY2MNPQRSTV';
const reason = { body: { reason: 'Introducida con un importe equivocado' } };

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
    errors: ['supplier.tax_id', 'supplier.withholding', 'supplier.twice', 'supplier.own'],
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
    errors: ['supplier.not_found', 'supplier.tax_id', 'supplier.withholding', 'supplier.twice', 'supplier.own'],
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

/** What suppliers ask for: posted as it is entered, and never changed; above a limit a second person approves it. */
const bills = {
  recordSupplierBill: {
    route: 'POST /payables/bills',
    summary: "Enter a supplier's bill",
    description:
      'It is posted on the day on which it came. Account and tax code of a line are the supplier’s where they are not told. In a foreign currency all amounts are in it, and the books hold it at the rate of its date.',
    permission: 'payables.write',
    profile: 'commands',
    body: BillInput,
    output: BillView,
    status: 201,
    dryRun: true,
    errors: ['bill.due_dates', ...ENTERING],
    example: {
      body: { supplierId: SUPPLIER, reference: 'A-2026/118', date: '2026-11-12', lines: [{ account: '629', net: eur('100.00') }] },
    },
  },
  listSupplierBills: {
    route: 'GET /payables/bills',
    summary: "List suppliers' bills, by the day on which they came, newest first",
    permission: 'payables.read',
    profile: 'queries',
    query: z.strictObject({ ...search, state: z.optional(anyOf(BILL_STATES)) }),
    output: pageOf(withActions(BillView, billActions)),
    errors: ['cursor.invalid'],
  },
  getSupplierBill: {
    route: 'GET /payables/bills/{billId}',
    summary: 'Get a bill with its lines, entry, open amount and allocations',
    permission: 'payables.read',
    profile: 'queries',
    path: BillPath,
    output: withFlow(BillView, billActions),
    errors: ['supplier-bill.not_found'],
  },
  approveSupplierBill: {
    route: 'POST /payables/bills/{billId}/approval',
    summary: 'Approve a bill above the limit, so that it may be paid',
    description: 'Not by who entered it.',
    permission: 'payables.approve',
    profile: 'commands',
    path: BillPath,
    output: BillView,
    status: 201,
    dryRun: true,
    errors: ['supplier-bill.not_found', 'document.reversed', 'bill.approved', 'bill.own_approval'],
  },
  reverseSupplierBill: {
    route: 'POST /payables/bills/{billId}/reversal',
    summary: 'Reverse a bill of which nothing is paid',
    description: 'Its number is free again: it can be entered as it should have been.',
    permission: 'payables.write',
    profile: 'commands',
    path: BillPath,
    body: ReversalInput,
    output: BillView,
    status: 201,
    dryRun: true,
    errors: ['supplier-bill.not_found', 'document.settled', ...REVERSING],
    example: reason,
  },
} as const satisfies Record<string, ActionSpec>;

/** What suppliers give back. */
const credits = {
  recordSupplierCreditNote: {
    route: 'POST /payables/credit-notes',
    summary: "Enter a supplier's credit note",
    description: 'Amounts are positive: it gives back. The bill that it corrects takes it first, at its own tax rates.',
    permission: 'payables.write',
    profile: 'commands',
    body: SupplierCreditInput,
    output: SupplierCreditView,
    status: 201,
    dryRun: true,
    errors: [
      'supplier-bill.not_found',
      'document.reversed',
      'bill.credited',
      'bill.nothing_left',
      'allocation.party',
      'allocation.currency',
      'credit_note.too_early',
      ...ENTERING,
    ],
    example: {
      body: {
        supplierId: SUPPLIER,
        reference: 'AB-12',
        date: '2026-11-20',
        corrects: BILL,
        lines: [{ account: '629', net: eur('10.00') }],
      },
    },
  },
  listSupplierCreditNotes: {
    route: 'GET /payables/credit-notes',
    summary: "List suppliers' credit notes, newest first",
    permission: 'payables.read',
    profile: 'queries',
    query: z.strictObject({ ...search, open }),
    output: pageOf(SupplierCreditView),
    errors: ['cursor.invalid'],
  },
  getSupplierCreditNote: {
    route: 'GET /payables/credit-notes/{supplierCreditNoteId}',
    summary: "Get a supplier's credit note",
    permission: 'payables.read',
    profile: 'queries',
    path: CreditPath,
    output: withFlow(SupplierCreditView, supplierCreditActions),
    errors: ['supplier-credit-note.not_found'],
  },
  allocateSupplierCreditNote: {
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/allocations',
    summary: "Allocate a supplier's credit note to bills",
    description: NOTHING_POSTED,
    permission: 'payables.write',
    profile: 'commands',
    path: CreditPath,
    body: AllocateBillsInput,
    output: SupplierCreditView,
    status: 201,
    dryRun: true,
    errors: ['supplier-credit-note.not_found', 'document.reversed', ...ALLOCATING, ...POSTING_REFUSALS],
    example: { body: { allocations: [{ billId: BILL, amount: eur('12.10') }] } },
  },
  deallocateSupplierCreditNote: {
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/allocations/{billId}/removal',
    summary: "Remove the allocation of a supplier's credit note to a bill",
    description: 'Both documents are open again by that amount, and no other changes. What was posted of their rates is taken back.',
    permission: 'payables.write',
    profile: 'commands',
    path: CreditBillPath,
    body: RemovalInput,
    output: SupplierCreditView,
    status: 201,
    dryRun: true,
    errors: [
      'supplier-credit-note.not_found',
      'supplier-bill.not_found',
      'document.reversed',
      'allocation.none',
      'allocation.too_early',
      ...POSTING_REFUSALS,
    ],
    example: { body: {} },
  },
  reverseSupplierCreditNote: {
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/reversal',
    summary: "Reverse a supplier's credit note of which nothing is used",
    permission: 'payables.write',
    profile: 'commands',
    path: CreditPath,
    body: ReversalInput,
    output: SupplierCreditView,
    status: 201,
    dryRun: true,
    errors: ['supplier-credit-note.not_found', 'document.settled', ...REVERSING],
    example: reason,
  },
} as const satisfies Record<string, ActionSpec>;

/** Money that leaves, and the bills that it pays. */
const payments = {
  recordSupplierPayment: {
    route: 'POST /payables/payments',
    summary: 'Record a payment to a supplier and allocate it to bills',
    description:
      'Not by who entered or approved the bills, unless they may pay alone: it then says so. Never to an IBAN that the payer entered. In the currency of the bills: `paid` is what it took of an account in euros. What is not allocated stays open as an advance.',
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
      ...ALLOCATING,
      'rate.missing',
      'rate.far',
      'rate.base',
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
    description: '`payable` is the balance of accounts 400 and 410, credit positive. The figures follow each change within a moment.',
    permission: 'books.read',
    profile: 'queries',
    output: PayablesView,
  },
} as const satisfies Record<string, ActionSpec>;

export const payables = defineModule('finance/payables', 'Payables', { ...suppliers, ...bills, ...credits, ...payments });
