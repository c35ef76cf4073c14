import * as z from 'zod/mini';
import { ReversalInput } from '#domain/finance/open-items/money-wire.ts';
import { billActions, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { BILL_STATES, BillInput, SupplierCreditInput } from '#domain/finance/payables/supplier-bill.ts';
import { AllocateBillsInput, BillDetail, BillView, PayablesView, SupplierCreditView } from '#domain/finance/payables/wire.ts';
import { type ActionSpec, defineModule } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { eur, ofBills, reversal } from '../allocations.ts';
import { withActions, withFlow } from '../flow.ts';
import { EXCHANGING, POSTED_TO, POSTING_REFUSALS, PURCHASE_TAXES } from '../posting.ts';
import { receivedGoods } from '../received-goods.ts';
import { payments } from '../supplier-payments.ts';
import { suppliers } from '../suppliers.ts';

const ENTERING = [
  'supplier.not_found',
  'bill.account',
  'bill.total',
  'bill.zero',
  'bill.order',
  'bill.twice',
  'intake-document.not_found',
  'document.claimed',
  'document.not_to_enter',
  ...POSTED_TO,
  'tax.cash_basis',
  ...PURCHASE_TAXES,
  'currency.mixed',
  ...EXCHANGING,
  ...POSTING_REFUSALS,
] as const;
/** What a paper that names goods receipts may be refused for. */
const MATCHING = ['goods-receipt.not_found', 'goods_receipt.no_line', 'goods_receipt.too_many', 'goods_receipt.not_to_bill'] as const;
/** What a paper may not be reversed for. */
const NOT_REVERSED = ['document.brought', 'document.settled', 'document.reversed'] as const;

const BillPath = z.strictObject({ billId: idWith('bil') });
const CreditPath = z.strictObject({ supplierCreditNoteId: idWith('scn') });
/** What is done with a credit note that there is. */
const TO_CREDIT = { permission: 'payables.write', path: CreditPath, output: SupplierCreditView } as const;
const search = { ...datedQuery, supplierId: z.optional(idWith('sup')) };
const SUPPLIER = 'sup_01JDG8ZK5T7QWERTY2MNPQRSTV';
const WRONG = 'Introducida con un importe equivocado';

/** What suppliers ask for: posted as it is entered, and never changed; above a limit a second person approves it. */
const bills = {
  recordSupplierBill: {
    route: 'POST /payables/bills',
    summary: "Enter a supplier's bill",
    description:
      'It is posted on the day on which it came. Account and tax code of a line are the supplier’s where they are not told. A line that names goods received (`receipt`) clears 4009 of their cost, and the difference goes to 6108. In a foreign currency all amounts are in it, and the books hold it at the rate of its date.',
    permission: 'payables.write',
    body: BillInput,
    output: BillView,
    dryRun: true,
    errors: ['bill.due_dates', 'goods_receipt.over_billed', 'goods_receipt.supplier', ...MATCHING, ...ENTERING],
    example: {
      body: { supplierId: SUPPLIER, reference: 'A-2026/118', date: '2026-11-12', lines: [{ account: '629', net: eur('100.00') }] },
    },
  },
  listSupplierBills: {
    route: 'GET /payables/bills',
    summary: "List suppliers' bills, by the day on which they came, newest first",
    permission: 'payables.read',
    query: z.strictObject({ ...search, state: z.optional(anyOf(BILL_STATES)) }),
    output: pageOf(withActions(BillView, billActions)),
  },
  getSupplierBill: {
    route: 'GET /payables/bills/{billId}',
    summary: 'Get a bill with its lines, entry, open amount and allocations',
    permission: 'payables.read',
    path: BillPath,
    output: withFlow(BillDetail, billActions),
    errors: ['supplier-bill.not_found'],
  },
  approveSupplierBill: {
    route: 'POST /payables/bills/{billId}/approval',
    summary: 'Approve a bill above the limit or the tolerance of prices, so that it may be paid',
    description: 'Not by who entered it.',
    permission: 'payables.approve',
    path: BillPath,
    output: BillView,
    dryRun: true,
    errors: ['supplier-bill.not_found', 'document.reversed', 'bill.approved', 'bill.own_approval'],
  },
  reverseSupplierBill: {
    ...reversal(ReversalInput, 'supplier-bill', WRONG, ...NOT_REVERSED, 'bill.of_claim', 'bill.asset'),
    route: 'POST /payables/bills/{billId}/reversal',
    summary: 'Reverse a bill of which nothing is paid',
    description: 'Its number is free again: it can be entered as it should have been.',
    permission: 'payables.write',
    path: BillPath,
    output: BillView,
  },
} as const satisfies Record<string, ActionSpec>;

/** What suppliers give back. */
const credits = {
  recordSupplierCreditNote: {
    route: 'POST /payables/credit-notes',
    summary: "Enter a supplier's credit note",
    description:
      'Amounts are positive: it gives back. The bill that it corrects takes it first, at its own tax rates. A line that names goods received gives back what that bill took of 4009; without a quantity it corrects their price. A credit within the Union for no bill of these books names the period of form 349 that it corrects (`correctedPeriod`), and for one of before the books what was declared in it (`declaredBase`).',
    permission: 'payables.write',
    body: SupplierCreditInput,
    output: SupplierCreditView,
    dryRun: true,
    errors: [
      'supplier-bill.not_found',
      'bill.of_claim',
      'document.reversed',
      'bill.credited',
      'bill.nothing_left',
      'allocation.party',
      'allocation.currency',
      'credit_note.too_early',
      'tax.corrected_period',
      'goods_receipt.not_billed',
      'tax.deferred_import',
      ...MATCHING,
      ...ENTERING,
    ],
    example: {
      body: {
        supplierId: SUPPLIER,
        reference: 'AB-12',
        date: '2026-11-20',
        corrects: 'bil_01JDG8ZK5T7QWERTY2MNPQRSTV',
        lines: [{ account: '629', net: eur('10.00') }],
      },
    },
  },
  listSupplierCreditNotes: {
    route: 'GET /payables/credit-notes',
    summary: "List suppliers' credit notes, newest first",
    permission: 'payables.read',
    query: z.strictObject({ ...search, open: z.optional(z.enum(['true', 'false'])) }),
    output: pageOf(SupplierCreditView),
  },
  getSupplierCreditNote: {
    route: 'GET /payables/credit-notes/{supplierCreditNoteId}',
    summary: "Get a supplier's credit note",
    permission: 'payables.read',
    path: CreditPath,
    output: withFlow(SupplierCreditView, supplierCreditActions),
    errors: ['supplier-credit-note.not_found'],
  },
  allocateSupplierCreditNote: {
    ...ofBills.allocation(AllocateBillsInput, 'supplier-credit-note', 'document.reversed'),
    ...TO_CREDIT,
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/allocations',
    summary: "Allocate a supplier's credit note to bills",
  },
  deallocateSupplierCreditNote: {
    ...ofBills.removal('supplier-credit-note', 'document.reversed'),
    ...TO_CREDIT,
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/allocations/{billId}/removal',
    summary: "Remove the allocation of a supplier's credit note to a bill",
    path: z.extend(CreditPath, BillPath.shape),
  },
  reverseSupplierCreditNote: {
    ...reversal(ReversalInput, 'supplier-credit-note', WRONG, ...NOT_REVERSED, 'goods_receipt.not_to_bill'),
    ...TO_CREDIT,
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/reversal',
    summary: "Reverse a supplier's credit note of which nothing is used",
  },
} as const satisfies Record<string, ActionSpec>;

/** Whom it buys from, what they ask for, what it pays: one function serves them all. */
export const payables = defineModule('finance/payables', 'Payables', {
  ...suppliers,
  ...bills,
  ...credits,
  ...payments,
  getPayables: {
    route: 'GET /payables',
    summary: 'Get what suppliers are owed, by age, less unapplied payments and credit notes',
    description:
      '`payable` is the balance of accounts 400, 410 and 4650 (employees), credit positive. The figures follow each change within a moment.',
    permission: 'books.read',
    output: PayablesView,
  },
  ...receivedGoods,
});
