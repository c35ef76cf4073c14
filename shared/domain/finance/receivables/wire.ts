import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { BusinessDate, daysBetween, type IsoDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { AmountView, Money, PositiveAmount, PositiveMoney } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { IssuedBy } from '#kernel/outside-issuer.ts';
import { PublicOffices } from '#kernel/public-offices.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { agedFields, moneyFields, moneyInput, writtenText } from '../open-items/money-wire.ts';
import { AllocationView, allocationViews, amountsIn, BroughtView, foreignMoneyView, rateFields } from '../open-items/wire.ts';
import { EntryView, entryView, TotalsView } from '../wire.ts';
import { advanceLeft, Deduction } from './advance.ts';
import { DisputeView, isDisputed } from './dispute.ts';
import { DRAFT_STATES, DraftInput, DraftLine, Drafts, draftState, draftValue, type StoredDraft } from './draft.ts';
import type { ForeignSale } from './foreign-sale.ts';
import {
  type BillingDocument,
  CREDIT_NOTE_STATES,
  creditNoteState,
  INVOICE_STATES,
  InvoiceId,
  invoiceState,
  isSimplified,
  OutOfOrder,
  type StoredCreditNote,
  type StoredInvoice,
} from './invoice.ts';
import { PAYOUT_RULES } from './payout.ts';
import { METHODS, RECEIPT_STATES, type Receipt, Receipts, type Refund, Refunds, receiptState, reversalDraft } from './receipt.ts';
import { nextReminder } from './reminder.ts';

export const CreditNoteId = z
  .string()
  .check(z.regex(/^crn_(R(?:[DT][A-Z])?\d{4}-\d{6,9}|AP-[A-Z0-9-]{1,30})$/, 'must be a credit note id such as crn_R2026-000123'));

const PartyView = z.object({
  name: z.string(),
  taxId: z.optional(z.string()),
  address: z.optional(Address),
  email: z.optional(z.string()),
  /** Of a public body, by their DIR3 codes. */
  offices: z.optional(PublicOffices),
});
const LineView = z.object({
  line: z.int(),
  code: z.string(),
  name: z.string(),
  quantity: z.string(),
  price: z.string(),
  discount: z.optional(z.string()),
  taxCode: z.string(),
  percent: z.string(),
  net: Money,
  /** Goods (700), a service (705), or money in advance (438). */
  kind: z.enum(['stocked', 'service', 'advance']),
  /** The line of an invoice of money in advance that it takes off. */
  deducts: z.optional(z.object({ invoiceId: z.string(), line: z.int() })),
  orderLine: z.optional(z.int()),
  dimensions: z.optional(z.record(z.string(), z.string())),
  /** On an invoice: net that credit notes gave back. */
  credited: z.optional(Money),
  /** The same in the currency of the document, where that is another: its price is in that. */
  foreign: z.optional(AmountView),
  foreignCredited: z.optional(AmountView),
});
const foreignTotals = { ...rateFields, net: AmountView, tax: AmountView, rounding: AmountView, gross: AmountView };
/** A document in a foreign currency: its own amounts, and the rate at which the books hold it. */
const ForeignSaleView = z.object({ ...foreignTotals, open: AmountView });

/** Amounts of a document in its own currency. */
function foreignTotalsView({ currency, rate, rateOf, source, net, tax, rounding, gross }: ForeignSale) {
  const of = amountsIn(currency);
  return { currency, rate, rateOf, source, net: of(net), tax: of(tax), rounding: of(rounding), gross: of(gross) };
}
const foreignSaleView = (sale: ForeignSale) => ({ ...foreignTotalsView(sale), open: amountsIn(sale.currency)(sale.open) });
const billFields = {
  id: z.string(),
  number: z.string(),
  date: z.string(),
  customerId: z.string(),
  customer: PartyView,
  orderId: z.optional(z.string()),
  lines: z.array(LineView),
  totals: TotalsView,
  foreign: z.optional(ForeignSaleView),
  pricesIncludeTax: z.boolean(),
  notes: z.optional(z.string()),
  open: Money,
  allocations: z.array(AllocationView),
  /** Absent: the opening entry has it. */
  entry: z.optional(EntryView),
  /** It was open when the books began: no lines, no tax and no entry of its own. */
  brought: z.optional(BroughtView),
  /** The document with the number before, where that is of a later day. */
  outOfOrder: z.optional(OutOfOrder),
  /** Who issued it in the company's name. */
  issuedBy: z.optional(IssuedBy),
  /** The run of direct debits that collects or uses it. */
  paymentRunId: z.optional(z.string()),
  ...stampFields,
};

export const InvoiceView = z.object({
  ...billFields,
  dueDate: z.string(),
  state: z.enum(INVOICE_STATES),
  daysOverdue: z.int(),
  operationDate: z.optional(z.string()),
  shipmentId: z.optional(z.string()),
  /** It need not name its recipient (RD 1619/2012 art. 7), and is of a series of its own. */
  simplified: z.boolean(),
  /** It ought to name its recipient (art. 6.1.d) and does not: it tells what another system had sold. Credit it, and issue another. */
  recipientMissing: z.boolean(),
  reminders: z.int(),
  remindedOn: z.optional(z.string()),
  /** Day of the next reminder, unless unused credit covers it by then; none while it is disputed. */
  nextReminder: z.optional(z.string()),
  /** The customer disputes it: no reminders, no direct debits, and no interest for those days. */
  disputed: z.boolean(),
  disputes: z.array(DisputeView),
  creditNoteIds: z.array(z.string()),
  /** Of money in advance: net that a final invoice can still take off, and the invoices that have. */
  advanceLeft: z.optional(Money),
  deductedBy: z.array(z.string()),
});
export const CreditNoteView = z.object({
  ...billFields,
  state: z.enum(CREDIT_NOTE_STATES),
  corrects: z.optional(z.string()),
  reason: z.string(),
  returnId: z.optional(z.string()),
});

/** What the list of invoices can be narrowed by beside its states. */
export const invoiceFilters = {
  simplified: z.optional(z.enum(['true', 'false'])),
  /** `true`: those that ought to name their recipient and do not, as long as something of them is not credited. */
  recipientMissing: z.optional(z.enum(['true', 'false'])),
  /** `true`: those that the customer disputes. */
  disputed: z.optional(z.enum(['true', 'false'])),
};

/** A line in both currencies, where its document has two. */
const lineView = ({ foreign, ...line }: BillingDocument['lines'][number], i: number, sale: ForeignSale | undefined) => ({
  ...line,
  line: i + 1,
  ...(foreign === undefined || !sale ? {} : { foreign: amountsIn(sale.currency)(foreign) }),
});

const billView = <B extends Stored<BillingDocument>>(bill: B) => ({
  ...stamped(bill),
  lines: bill.lines.map((line, i) => lineView(line, i, bill.foreign)),
  totals: { ...bill.totals, taxes: [...bill.totals.taxes] },
  foreign: bill.foreign && foreignSaleView(bill.foreign),
  allocations: allocationViews(bill.allocations, bill.foreign?.currency),
  entry: bill.entry && entryView(bill.entry),
});

/** @param steps days past the due date on which reminders go out, where they were looked up. */
export const invoiceView = (invoice: StoredInvoice, today: IsoDate, steps: readonly number[] = []) => ({
  ...billView(invoice),
  ...(invoice.open > 0 ? defined({ nextReminder: nextReminder(invoice, steps) }) : {}),
  lines: invoice.lines.map((line, i) => ({
    ...lineView(line, i, invoice.foreign),
    credited: invoice.credited?.[i] ?? 0,
    ...(invoice.foreign ? { foreignCredited: amountsIn(invoice.foreign.currency)(invoice.foreign.credited?.[i] ?? 0) } : {}),
  })),
  disputed: isDisputed(invoice),
  disputes: [...(invoice.disputes ?? [])],
  creditNoteIds: [...(invoice.creditNoteIds ?? [])],
  deductedBy: [...(invoice.deductedBy ?? [])],
  ...(invoice.lines.some(({ kind, net }) => kind === 'advance' && net > 0) ? { advanceLeft: advanceLeft(invoice) } : {}),
  state: invoiceState(invoice, today),
  daysOverdue: invoice.open === 0 ? 0 : Math.max(0, daysBetween(invoice.dueDate, today)),
  simplified: isSimplified(invoice.number),
  recipientMissing: invoice.recipientMissing ?? false,
  reminders: invoice.reminders ?? 0,
});
export const creditNoteView = (note: StoredCreditNote) => ({ ...billView(note), state: creditNoteState(note) });

export const ReceiptView = z.object({ ...moneyFields, customerId: z.string(), customerName: z.string(), state: z.enum(RECEIPT_STATES) });
export const receiptView = (receipt: Stored<Receipt>) => {
  const { reversal, ...view } = {
    ...stamped(receipt),
    number: numberOf(Receipts, receipt.id),
    state: receiptState(receipt),
    foreign: receipt.foreign && foreignMoneyView(receipt.foreign),
    allocations: allocationViews(receipt.allocations, receipt.foreign?.currency),
    entry: entryView(receipt.entry),
  };
  return { ...view, ...(reversal ? { reversal: { ...reversal, entry: entryView(reversalDraft(receipt, reversal.date)) } } : {}) };
};

export const RefundView = z.object({
  id: z.string(),
  number: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  date: z.string(),
  method: z.enum(METHODS),
  amount: Money,
  /** In a foreign currency: how much of that, and at which rate it left. */
  foreign: z.optional(z.object({ ...rateFields, amount: AmountView })),
  from: z.string(),
  /** Rules of two people and of the limit that whoever paid it overrode. */
  overrides: z.optional(z.array(z.enum(PAYOUT_RULES))),
  entry: EntryView,
  ...stampFields,
});
export const refundView = (refund: Stored<Refund>) => {
  const { overrides, ...view } = stamped(refund);
  return {
    ...view,
    number: numberOf(Refunds, refund.id),
    ...(overrides ? { overrides: [...overrides] } : {}),
    foreign: refund.foreign && { ...refund.foreign, amount: amountsIn(refund.foreign.currency)(refund.foreign.amount) },
    entry: entryView(refund.entry),
  };
};

/** What customers owe on a day. */
export const ReceivablesView = z.object({ ...agedFields, openInvoices: Money, receivable: Money });

const Allocations = z.array(z.strictObject({ invoiceId: InvoiceId, amount: PositiveAmount })).check(z.minLength(1), z.maxLength(40));
export const AllocateInput = z.strictObject({ date: z.optional(BusinessDate), allocations: Allocations });
export const ReceiptInput = z.strictObject({
  ...moneyInput,
  customerId: idWith('cus'),
  /** Of a receipt in a foreign currency: what an account in euros got for it. */
  received: z.optional(PositiveMoney),
  reference: z.optional(writtenText(80)),
  /** What it pays. Absent: nothing yet; `auto` pays the oldest due invoices first. */
  allocations: z.optional(Allocations),
  auto: z._default(z.boolean(), false),
});
export const RefundInput = z.strictObject({
  ...moneyInput,
  /** The receipt or credit note whose unapplied credit is paid back. */
  from: z.union([idWith('rcp'), CreditNoteId]),
  /** Of a refund in a foreign currency: what it took of an account in euros. */
  paid: z.optional(PositiveMoney),
});
/** Undoes what a receipt or credit note has paid of one invoice. */
export const RemovalInput = z.strictObject({ date: z.optional(BusinessDate) });
export const CreditInput = z.strictObject({
  date: z.optional(BusinessDate),
  reason: writtenText(200),
  /** Absent: all that is left. A quantity takes its share of the line; a net takes an amount off it. */
  lines: z.optional(
    z
      .array(z.strictObject({ line: z.int().check(z.minimum(1)), quantity: z.optional(PositiveQuantity), net: z.optional(PositiveAmount) }))
      .check(z.minLength(1), z.maxLength(1000)),
  ),
});

export const DraftView = z.object({
  ...DraftInput.shape,
  lines: z.array(DraftLine),
  /** What it takes off as paid in advance. */
  advances: z.array(z.object({ ...Deduction.shape, net: Money })),
  id: z.string(),
  number: z.string(),
  state: z.enum(DRAFT_STATES),
  customerName: z.string(),
  invoiceId: z.optional(z.string()),
  totals: TotalsView,
  /** What it comes to in its own currency, and the rate at which the totals are in euros. */
  foreign: z.optional(z.object(foreignTotals)),
  ...stampFields,
});
/** Totals are at the rates of the draft's date, or of the day it was made. */
export const draftView = (draft: StoredDraft) => {
  const { exchange, ...stored } = stamped(draft);
  const { totals, foreign } = draftValue(draft, draft.date ?? draft.madeOn, exchange);
  return {
    ...stored,
    foreign: foreign && foreignTotalsView(foreign),
    number: numberOf(Drafts, draft.id),
    state: draftState(draft),
    lines: [...draft.lines],
    advances: [...(draft.advances ?? [])],
    totals: { ...totals, taxes: [...totals.taxes] },
  };
};
