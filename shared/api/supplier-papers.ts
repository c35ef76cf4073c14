import * as z from 'zod/mini';
import { billActions, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { BILL_STATES, BillInput, SupplierCreditInput } from '#domain/finance/payables/supplier-bill.ts';
import { AllocateBillsInput, BillDetail, BillView, ReversalInput, SupplierCreditView } from '#domain/finance/payables/wire.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, pageOf, pageQuery } from '#kernel/page.ts';
import { withActions, withFlow } from './flow.ts';
import { POSTING_REFUSALS } from './posting.ts';

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
  'account.currency',
  'dimension.value',
  'tax.no_rate',
  'tax.company_withholding',
  'tax.no_pack',
  'tax.capital_good',
  'tax.cash_basis',
  'tax.supplier',
  'tax.vies',
  ...EXCHANGING,
  ...POSTING_REFUSALS,
] as const;
/** What a paper that names goods receipts may be refused for. */
const MATCHING = ['goods-receipt.not_found', 'goods_receipt.no_line', 'goods_receipt.too_many', 'goods_receipt.not_to_bill'] as const;
const REVERSING = ['document.reversed', 'reversal.too_early', ...POSTING_REFUSALS] as const;

const BillPath = z.strictObject({ billId: idWith('bil') });
const CreditPath = z.strictObject({ supplierCreditNoteId: idWith('scn') });
const CreditBillPath = z.strictObject({ supplierCreditNoteId: idWith('scn'), billId: idWith('bil') });
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

/** What suppliers ask for: posted as it is entered, and never changed; above a limit a second person approves it. */
export const bills = {
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
    route: 'POST /payables/bills/{billId}/reversal',
    summary: 'Reverse a bill of which nothing is paid',
    description: 'Its number is free again: it can be entered as it should have been.',
    permission: 'payables.write',
    path: BillPath,
    body: ReversalInput,
    output: BillView,
    dryRun: true,
    errors: ['document.brought', 'supplier-bill.not_found', 'document.settled', 'bill.of_claim', 'bill.asset', ...REVERSING],
    example: reason,
  },
} as const satisfies Record<string, ActionSpec>;

/** What suppliers give back. */
export const credits = {
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
        corrects: BILL,
        lines: [{ account: '629', net: eur('10.00') }],
      },
    },
  },
  listSupplierCreditNotes: {
    route: 'GET /payables/credit-notes',
    summary: "List suppliers' credit notes, newest first",
    permission: 'payables.read',
    query: z.strictObject({ ...search, open }),
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
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/allocations',
    summary: "Allocate a supplier's credit note to bills",
    description: NOTHING_POSTED,
    permission: 'payables.write',
    path: CreditPath,
    body: AllocateBillsInput,
    output: SupplierCreditView,
    dryRun: true,
    errors: ['supplier-credit-note.not_found', 'document.reversed', ...ALLOCATING, ...POSTING_REFUSALS],
    example: { body: { allocations: [{ billId: BILL, amount: eur('12.10') }] } },
  },
  deallocateSupplierCreditNote: {
    route: 'POST /payables/credit-notes/{supplierCreditNoteId}/allocations/{billId}/removal',
    summary: "Remove the allocation of a supplier's credit note to a bill",
    description: 'Both documents are open again by that amount, and no other changes. What was posted of their rates is taken back.',
    permission: 'payables.write',
    path: CreditBillPath,
    body: RemovalInput,
    output: SupplierCreditView,
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
    path: CreditPath,
    body: ReversalInput,
    output: SupplierCreditView,
    dryRun: true,
    errors: ['document.brought', 'supplier-credit-note.not_found', 'document.settled', 'goods_receipt.not_to_bill', ...REVERSING],
    example: reason,
  },
} as const satisfies Record<string, ActionSpec>;

/** What papers and payments have in common. */
export const common = { ALLOCATING, REVERSING, range, words, search, open, NOTHING_POSTED, RemovalInput, eur, SUPPLIER, BILL, reason };
