import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Minor, NonZeroAmount, PositiveAmount, PositiveMoney } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { writtenText } from '#kernel/written-text.ts';
import { ForeignTotals, RateText } from '../currencies/exchange-rate.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { nextDue, openParts } from '../open-items/ageing.ts';
import { CREDIT_TONES, type CreditState, creditState, Reversal, TradeDocument, Withheld } from '../open-items/document.ts';
import { allocatedBy } from '../open-items/open-item.ts';
import { isWaiting } from '../open-items/payable.ts';
import { PurchaseLine } from '../open-items/purchase-entry.ts';
import { APPROVE, awaitsPaper, awaitsUse, dueSort, PAY, PAYING } from '../open-items/queues.ts';
import { BilledGoods, CreditedGoods, type ReceiptPart, receiptsOf } from '../received-goods/receipt-part.ts';
import { CASH_BASIS, purchaseFacts } from '../tax/purchase-tax.ts';
import { receivedPaper } from '../tax/received-register.ts';
import { TaxPeriod } from '../tax/tax-period.ts';
import { INPUT_TAX_CODES } from '../tax/vat-es.ts';
import { withheldParts } from '../tax/withheld-parts.ts';
import { WITHHELD_ACCUMULATOR } from '../tax/withheld-sums.ts';
import { WITHHOLDING_CODES } from '../tax/withholding-es.ts';
import { PURCHASE_NAMES, REPEATED_TEXTS } from './purchase-names.ts';

/** What people enter of a line; account and tax code are the supplier's where they are not told. */
const lineInput = <T extends z.ZodMiniType<ReceiptPart>>(goods: T) =>
  z
    .strictObject({
      account: z.optional(AccountCode),
      /** The goods that it is for, in place of an account: it clears 4009. */
      receipt: z.optional(goods),
      text: z.optional(writtenText(160)),
      /** Without tax, in the currency of the paper; negative for a discount. */
      net: NonZeroAmount,
      taxCode: z.optional(z.enum(INPUT_TAX_CODES)),
      /** Cost centre, project: the expense is told of it. */
      dimensions: z.optional(LineDimensionsInput),
    })
    .check(
      z.refine(({ account, receipt }) => account === undefined || receipt === undefined, {
        error: 'names an account or goods received, not both',
        path: ['account'],
      }),
      z.refine(({ net, receipt }) => receipt === undefined || net.minor > 0, { error: 'must be greater than zero', path: ['net'] }),
    );
const purchaseFields = {
  supplierId: idWith('sup'),
  /** The supplier's own number. */
  reference: writtenText(40),
  /** The supplier's own date. */
  date: BusinessDate,
  /** When it came: it is posted on that day. Absent: today. */
  receivedOn: z.optional(BusinessDate),
  /** What the paper comes to, tax included: where it is told, the lines must come to the same. */
  total: z.optional(PositiveAmount),
  /** Of a paper in a foreign currency: what customs or the bank took. Absent: the rate of its day (Ley 37/1992 art. 79.Once). */
  rate: z.optional(RateText),
  /** Income tax withheld. Absent: as the supplier has it on that day. */
  withholding: z.optional(z.enum(['none', ...WITHHOLDING_CODES])),
  ...CASH_BASIS,
  /** The document that came in and that this was read from. */
  documentId: z.optional(idWith('doc')),
  notes: z.optional(writtenText(500)),
};
const linesOf = <T extends z.ZodMiniType<ReceiptPart>>(goods: T) => z.array(lineInput(goods)).check(z.minLength(1), z.maxLength(200));

export const BillInput = z.strictObject({
  ...purchaseFields,
  lines: linesOf(BilledGoods),
  /** Absent: as many days after the date as the supplier gives. */
  dueDate: z.optional(BusinessDate),
  /** Several: what is due on each; without amounts, equal parts. */
  dueDates: z.optional(
    z.array(z.strictObject({ date: BusinessDate, amount: z.optional(PositiveAmount) })).check(z.minLength(1), z.maxLength(12)),
  ),
});
export const SupplierCreditInput = z.strictObject({
  ...purchaseFields,
  lines: linesOf(CreditedGoods),
  /** The bill that it corrects, at whose tax rates it is. */
  corrects: z.optional(idWith('bil')),
  /** Of a credit within the Union for no bill of these books: the period of form 349 that it corrects. */
  correctedPeriod: z.optional(TaxPeriod),
  /** What was declared of the supplier in that period beside these books. */
  declaredBase: z.optional(PositiveMoney),
});
export type PurchaseInput = z.output<typeof BillInput> | z.output<typeof SupplierCreditInput>;

/** A paper in a foreign currency. */
const ForeignPurchase = z.extend(ForeignTotals, {
  payable: z.int(),
  /** Of a bill, what credit notes have given back of it, tax included. */
  credited: z.exactOptional(z.int()),
});

/** What bills and credit notes of suppliers share. Beside `open`, `allocations` and what becomes of them, nothing ever changes. */
export const PurchaseDocument = z.extend(TradeDocument, {
  /** Its place in the register of what was received (RD 1624/1992 art. 64), a series a month: `FR2026-11-00045`. Absent: it is in none, since no tax of it is deducted. */
  register: z.exactOptional(z.string()),
  supplierId: z.string(),
  supplierName: z.string(),
  supplierTaxId: z.exactOptional(z.string()),
  reference: z.string(),
  receivedOn: z.string(),
  lines: list(PurchaseLine),
  foreign: z.exactOptional(ForeignPurchase),
  withheld: z.exactOptional(Withheld),
  /** The document that came in and that it was entered from. */
  documentId: z.exactOptional(z.string()),
  reversal: z.exactOptional(Reversal),
  /** Of an employee's expense: the claim that it came with, and who submitted that. */
  claim: z.exactOptional(z.object({ id: z.string(), by: z.string() })),
  /** Who issued the paper that the employee paid. */
  issuer: z.exactOptional(z.object({ name: z.string(), taxId: z.string() })),
});
export type PurchaseDocument = Readonly<z.output<typeof PurchaseDocument>>;

export const WAIT_REASONS = ['limit', 'price', 'automatic'] as const;

export const SupplierBill = z.extend(PurchaseDocument, {
  /** The first one. */
  dueDate: z.string(),
  /** What is due on each day, ascending, where there are several: they come to what is owed. */
  instalments: z.exactOptional(list(z.object({ date: z.string(), amount: z.int() }))),
  /** It is above the limit of its day, or over the tolerances of prices, and waits for a second person. */
  needsApproval: z.exactOptional(z.boolean()),
  /** Why it waits; absent: it is above the limit. */
  waitsFor: z.exactOptional(list(z.enum(WAIT_REASONS))),
  /** Who brought the document that it was drafted from: they entered it as good as by hand. */
  broughtBy: z.exactOptional(z.string()),
  approval: z.exactOptional(z.object({ by: z.string(), on: z.string() })),
  /** What credit notes have given back of it, tax included. */
  credited: z.exactOptional(z.int()),
  creditNoteIds: z.exactOptional(list(z.string())),
  /** Fixed assets that its lines became: it is not taken back while they are there. */
  assetIds: z.exactOptional(list(z.string())),
});
export type SupplierBill = Readonly<z.output<typeof SupplierBill>>;
export type StoredBill = Stored<SupplierBill>;

export const SupplierCredit = z.extend(PurchaseDocument, {
  corrects: z.exactOptional(z.string()),
  /** The period of form 349 that it corrects, where it names no bill that tells it, and what was declared in that beside the books. */
  corrected: z.exactOptional(z.object({ period: z.string(), declared: z.exactOptional(z.int()) })),
});
export type SupplierCredit = Readonly<z.output<typeof SupplierCredit>>;
export type StoredCredit = Stored<SupplierCredit>;

/** What of a bill is left to credit, in its own currency. */
export const creditLeft = ({ totals, credited = 0, foreign }: Pick<SupplierBill, 'totals' | 'credited' | 'foreign'>): Minor =>
  foreign ? foreign.gross - (foreign.credited ?? 0) : totals.gross - credited;
/** A bill of which so much more was given back, or less where that was undone. */
export function withCredit<B extends SupplierBill>(bill: B, note: Pick<SupplierCredit, 'totals' | 'foreign'>, sign: 1 | -1 = 1): B {
  const { foreign } = bill;
  return {
    ...bill,
    credited: (bill.credited ?? 0) + sign * note.totals.gross,
    ...(foreign ? { foreign: { ...foreign, credited: (foreign.credited ?? 0) + sign * (note.foreign?.gross ?? 0) } } : {}),
  };
}

export const BILL_STATES = ['waiting', 'open', 'overdue', 'paid', 'reversed'] as const;
export type BillState = (typeof BILL_STATES)[number];
/** @param today the company's business date: what is overdue depends on it. */
export function billState(bill: SupplierBill, today: IsoDate): BillState {
  if (bill.reversal) return 'reversed';
  if (bill.open === 0) return 'paid';
  if (isWaiting(bill)) return 'waiting';
  return nextDue(bill) < today ? 'overdue' : 'open';
}

/** What both kinds are kept and found by. */
const KIND = {
  short: PURCHASE_NAMES,
  repeats: REPEATED_TEXTS,
  history: 'all',
  list: dated<PurchaseDocument>({
    date: (p) => p.brought?.on ?? p.receivedOn,
    party: (p) => p.supplierId,
    words: (p) => [p.supplierName, p.reference, p.register],
  }),
  summary: ({ supplierName, reference, receivedOn, totals }: PurchaseDocument) => ({
    subtitle: [supplierName, reference],
    date: receivedOn,
    amount: totals.gross,
  }),
  accumulates: WITHHELD_ACCUMULATOR,
  read: 'payables.read',
} as const;
/** What both post. @param sign −1 of what is given back. */
const postsOf = (undo: string, sign: 1 | -1) => ({
  undo,
  links: ({ reversal }: PurchaseDocument) => ({ reversedBy: reversal?.id }),
  taxes: (document: PurchaseDocument) => purchaseFacts(document, sign < 0),
  withheld: (document: PurchaseDocument) => withheldParts(document, sign),
});
const relatedTo = (p: PurchaseDocument, ...corrections: (string | undefined)[]) => [
  ...[p.supplierId, p.paymentRunId, p.claim?.id, p.documentId],
  ...[...receiptsOf(p), ...corrections, ...allocatedBy(p).keys(), p.reversal?.id],
];

export const SupplierBills = recordType<SupplierBill, BillState>({
  ...KIND,
  kind: 'supplier-bill',
  prefix: 'bil',
  letter: 'FP',
  data: SupplierBill,
  open: (b, id) =>
    b.open > 0
      ? {
          queue: b.paymentRunId ? PAYING : isWaiting(b) ? APPROVE : PAY,
          sort: dueSort(nextDue(b), id, openParts(b).length > 1),
          amount: b.open,
        }
      : awaitsPaper(b, id),
  state: billState,
  tones: { waiting: 'warn', open: 'calm', overdue: 'bad', paid: 'good', reversed: 'plain' },
  related: (b) => relatedTo(b, ...(b.creditNoteIds ?? [])),
  posts: {
    ...postsOf('Reverse the bill instead: POST /payables/bills/{billId}/reversal.', 1),
    paper: (bill) => (bill.register === undefined ? undefined : receivedPaper(bill, 'full', 1)),
  },
  screen: '/payables/bills',
  icon: 'invoice',
});

export const SupplierCredits = recordType<SupplierCredit, CreditState>({
  ...KIND,
  kind: 'supplier-credit-note',
  prefix: 'scn',
  letter: 'AP',
  data: SupplierCredit,
  open: (c, id) => awaitsUse({ open: c.open, date: c.receivedOn }, id),
  state: creditState,
  tones: CREDIT_TONES,
  related: (c) => relatedTo(c, c.corrects),
  posts: {
    ...postsOf('Reverse the credit note instead: POST /payables/credit-notes/{supplierCreditNoteId}/reversal.', -1),
    paper: (note) => ({ ...receivedPaper(note, 'correction', -1), corrects: note.corrects, corrected: note.corrected }),
  },
  screen: '/payables/credit-notes',
  icon: 'credit-note',
});
