import * as z from 'zod/mini';
import { BusinessDate, daysBetween, type IsoDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { AmountView, Money, minorText, PositiveAmount } from '#kernel/money.ts';
import { numberOf, type RecordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { agedFields, reversalField, writtenText } from '../open-items/money-wire.ts';
import { AllocationView, allocationViews, amountsIn, BroughtView, rateFields } from '../open-items/wire.ts';
import { ReceiptMatchView, receiptMatchView } from '../received-goods/wire.ts';
import { CAPITAL_GOOD, capitalCodeFor } from '../tax/purchase-tax.ts';
import { EntryView, entryView, TotalsView } from '../wire.ts';
import {
  BILL_STATES,
  billState,
  creditState,
  nextDue,
  type PurchaseDocument,
  payableOf,
  type StoredBill,
  type StoredCredit,
  SUPPLIER_CREDIT_STATES,
  SupplierBills,
  SupplierCredits,
  takeBackDraft,
  WAIT_REASONS,
} from './supplier-bill.ts';

/** A document in a foreign currency: its own amounts, and the rate at which the books hold it. */
const ForeignPurchaseView = z.object({
  ...rateFields,
  open: AmountView,
  ...{ net: AmountView, tax: AmountView, gross: AmountView, payable: AmountView },
});

/** How a document was taken back, with the entry that did it. */
export const reversalView = ({ reversal, entry }: Pick<PurchaseDocument, 'reversal' | 'entry'>) =>
  reversal && entry ? { reversal: { ...reversal, entry: entryView(takeBackDraft(entry, reversal.date)) } } : {};

export function withoutReversal<D extends Stored<Pick<PurchaseDocument, 'reversal'>>>(document: D) {
  const { reversal: _, ...rest } = stamped(document);
  return rest;
}

const purchaseFields = {
  id: z.string(),
  number: z.string(),
  register: z.optional(z.string()),
  supplierId: z.string(),
  supplierName: z.string(),
  supplierTaxId: z.optional(z.string()),
  reference: z.string(),
  date: z.string(),
  receivedOn: z.string(),
  lines: z.array(
    z.object({
      line: z.int(),
      account: z.string(),
      text: z.optional(z.string()),
      net: Money,
      foreign: z.optional(AmountView),
      dimensions: z.optional(z.record(z.string(), z.string())),
      taxCode: z.string(),
      percent: z.string(),
      match: z.optional(ReceiptMatchView),
    }),
  ),
  totals: TotalsView,
  foreign: z.optional(ForeignPurchaseView),
  withheld: z.optional(z.object({ code: z.string(), percent: z.string(), amount: Money })),
  /** What is owed: the total less what is withheld. */
  payable: Money,
  notes: z.optional(z.string()),
  /** The document that came in and that it was entered from. */
  documentId: z.optional(z.string()),
  /** The payment run that pays or uses it. */
  paymentRunId: z.optional(z.string()),
  /** Of an employee's expense: the claim that it came with, and who issued the paper. */
  claim: z.optional(z.object({ id: z.string(), by: z.string() })),
  issuer: z.optional(z.object({ name: z.string(), taxId: z.string() })),
  open: Money,
  allocations: z.array(AllocationView),
  /** Absent: the opening entry has it. */
  entry: z.optional(EntryView),
  brought: z.optional(BroughtView),
  ...reversalField,
  ...stampFields,
};

export const BillView = z.object({
  ...purchaseFields,
  /** The next one of what is open. */
  dueDate: z.string(),
  instalments: z.optional(z.array(z.object({ date: z.string(), amount: Money }))),
  state: z.enum(BILL_STATES),
  daysOverdue: z.int(),
  needsApproval: z.boolean(),
  /** Why it needs, or needed, a second person. */
  waitsFor: z.array(z.enum(WAIT_REASONS)),
  approval: z.optional(z.object({ by: z.string(), on: z.string() })),
  credited: Money,
  creditNoteIds: z.array(z.string()),
  /** What should be looked at: a line on an account of fixed assets under a code of current purchases. */
  warnings: z.array(
    z.object({ code: z.enum(['capital-code']), line: z.int(), message: z.string(), params: z.record(z.string(), z.string()) }),
  ),
});
/** A line of a bill that is a fixed asset, and which one once it is registered. */
const BoughtAssetView = z.object({ line: z.int(), assetId: z.optional(z.string()) });
export const BillDetail = z.extend(BillView, { assets: z.array(BoughtAssetView) });
export const SupplierCreditView = z.object({
  ...purchaseFields,
  state: z.enum(SUPPLIER_CREDIT_STATES),
  corrects: z.optional(z.string()),
  /** The period of form 349 that it corrects, and what was declared in that beside the books. */
  corrected: z.optional(z.object({ period: z.string(), declared: z.optional(Money) })),
});

function foreignPurchaseView({ currency, rate, rateOf, source, ...amounts }: NonNullable<PurchaseDocument['foreign']>) {
  const [of, { open, net, tax, gross, payable }] = [amountsIn(currency), amounts];
  return { currency, rate, rateOf, source, open: of(open), net: of(net), tax: of(tax), gross: of(gross), payable: of(payable) };
}

const purchaseView = <D extends PurchaseDocument>(type: RecordType<D>, document: Stored<D>) => ({
  ...withoutReversal(document),
  ...reversalView(document),
  foreign: document.foreign && foreignPurchaseView(document.foreign),
  number: numberOf(type, document.id),
  lines: document.lines.map(({ foreign: net, match, ...line }, i) => ({
    ...line,
    ...(match ? { match: receiptMatchView(line.net, match) } : {}),
    ...(net === undefined || !document.foreign ? {} : { foreign: amountsIn(document.foreign.currency)(net) }),
    line: i + 1,
  })),
  totals: { ...document.totals, taxes: [...document.totals.taxes] },
  payable: payableOf(document),
  allocations: allocationViews(document.allocations, document.foreign?.currency),
  entry: document.entry && entryView(document.entry),
});
function capitalWarning({ account, net, taxCode }: PurchaseDocument['lines'][number], at: number) {
  const instead = capitalCodeFor({ account, net, taxCode });
  if (!instead) return [];
  const message = `Line ${at + 1} is on ${account} and costs ${minorText(CAPITAL_GOOD)} EUR or more: a capital good, whose code is ${instead} and not ${taxCode} (Ley 37/1992 art. 108). Reverse the bill and enter it with that code.`;
  return [{ code: 'capital-code' as const, line: at + 1, message, params: { account, taxCode, instead, least: minorText(CAPITAL_GOOD) } }];
}

export const billView = (bill: StoredBill, today: IsoDate) => {
  const { instalments, assetIds: _assets, broughtBy: _broughtBy, ...rest } = purchaseView(SupplierBills, bill);
  return {
    ...rest,
    ...(instalments ? { instalments: [...instalments] } : {}),
    state: billState(bill, today),
    dueDate: nextDue(bill),
    daysOverdue: bill.open === 0 ? 0 : Math.max(0, daysBetween(nextDue(bill), today)),
    needsApproval: bill.needsApproval ?? false,
    waitsFor: bill.needsApproval ? [...(bill.waitsFor ?? (['limit'] as const))] : [],
    credited: bill.credited ?? 0,
    creditNoteIds: [...(bill.creditNoteIds ?? [])],
    warnings: bill.lines.flatMap(capitalWarning),
  };
};
export const supplierCreditView = (note: StoredCredit) => ({ ...purchaseView(SupplierCredits, note), state: creditState(note) });

/** What suppliers are owed on a day. */
export const PayablesView = z.object({
  ...agedFields,
  openBills: Money,
  /** Of the open bills, those that wait for a second person. */
  waiting: Money,
  /** Open bills less unapplied payments and credit notes: what 400, 410 and 4650 hold, credit positive. */
  payable: Money,
});

/** What a payment or credit note is used on. */
export const BillAllocations = z
  .array(z.strictObject({ billId: idWith('bil'), amount: PositiveAmount }))
  .check(z.minLength(1), z.maxLength(40));
export const AllocateBillsInput = z.strictObject({ date: z.optional(BusinessDate), allocations: BillAllocations });
export const ReversalInput = z.strictObject({ date: z.optional(BusinessDate), reason: writtenText(200) });
