import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { BusinessDate, daysBetween, type IsoDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { AmountView, Money, PositiveAmount, PositiveMoney } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { PublicOffices } from '#kernel/public-offices.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText } from '#kernel/written-text.ts';
import { creditState } from '../open-items/document.ts';
import { agedFields, allocating, moneyFields, moneyInput } from '../open-items/money-wire.ts';
import { payableOf } from '../open-items/purchase-entry.ts';
import { amountsIn, foreignView, openItemView, rateFields, tradeFields, tradeLineFields, tradeView } from '../open-items/wire.ts';
import { EntryView, entryView, TotalsView } from '../wire.ts';
import { advanceLeft, Deduction } from './advance.ts';
import { DisputeView, isDisputed } from './dispute.ts';
import { DRAFT_STATES, DraftInput, DraftLine, Drafts, draftState, draftValue, type StoredDraft } from './draft.ts';
import {
  CREDIT_NOTE_STATES,
  CreditNote,
  CreditNotes,
  creditNoteState,
  INVOICE_STATES,
  Invoice,
  InvoiceId,
  InvoiceLine,
  Invoices,
  invoiceState,
  isSimplified,
  type StoredCreditNote,
  type StoredInvoice,
} from './invoice.ts';
import { PAYOUT_RULES } from './payout.ts';
import { METHODS, type Receipt, Receipts, type Refund, Refunds, reversalDraft } from './receipt.ts';
import { nextReminder } from './reminder.ts';
import { SaleWithheld, saleWithheld } from './sale-withheld.ts';

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
const LineView = z.extend(InvoiceLine, {
  ...tradeLineFields,
  /** On an invoice: net that credit notes gave back. */
  credited: z.optional(Money),
  /** The same in the currency of the document, where that is another: its price is in that. */
  foreignCredited: z.optional(AmountView),
});
const foreignTotals = { ...rateFields, net: AmountView, tax: AmountView, rounding: AmountView, gross: AmountView };

/** Income tax that the customer keeps back. */
const WithheldView = z.extend(SaleWithheld, { amount: Money });

const billFields = {
  ...tradeFields,
  customer: PartyView,
  lines: z.array(LineView),
  /** In a foreign currency: its own amounts, and the rate at which the books hold it. */
  foreign: z.optional(z.object({ ...foreignTotals, open: AmountView })),
  withheld: z.optional(WithheldView),
  /** What the customer owes of it: the total less what is withheld. */
  payable: Money,
};

export const InvoiceView = z.extend(
  z.omit(Invoice, { verifactu: true, verifactuCancelled: true, credited: true, creditedQuantities: true, creditedTaxes: true }),
  {
    ...billFields,
    state: z.enum(INVOICE_STATES),
    daysOverdue: z.int(),
    /** It need not name its recipient (RD 1619/2012 art. 7), and is of a series of its own. */
    simplified: z.boolean(),
    /** It ought to name its recipient (art. 6.1.d) and does not: it tells what another system had sold. Credit it, and issue another. */
    recipientMissing: z.boolean(),
    reminders: z.int(),
    /** Day of the next reminder, unless unused credit covers it by then; none while it is disputed. */
    nextReminder: z.optional(z.string()),
    /** The customer disputes it: no reminders, no direct debits, and no interest for those days. */
    disputed: z.boolean(),
    disputes: z.array(DisputeView),
    creditNoteIds: z.array(z.string()),
    /** Of money in advance: net that a final invoice can still take off, and the invoices that have. */
    advanceLeft: z.optional(Money),
    deductedBy: z.array(z.string()),
  },
);
export const CreditNoteView = z.extend(z.omit(CreditNote, { verifactu: true, verifactuCancelled: true }), {
  ...billFields,
  state: z.enum(CREDIT_NOTE_STATES),
});

/** What the list of invoices can be narrowed by beside its states. */
export const invoiceFilters = {
  simplified: z.optional(z.enum(['true', 'false'])),
  /** `true`: those that ought to name their recipient and do not, as long as something of them is not credited. */
  recipientMissing: z.optional(z.enum(['true', 'false'])),
  /** `true`: those that the customer disputes. */
  disputed: z.optional(z.enum(['true', 'false'])),
};

/** @param steps days past the due date on which reminders go out, where they were looked up. */
export const invoiceView = (invoice: StoredInvoice, today: IsoDate, steps: readonly number[] = []) => ({
  ...tradeView(Invoices, invoice),
  number: invoice.number,
  payable: payableOf(invoice),
  ...(invoice.open > 0 ? defined({ nextReminder: nextReminder(invoice, steps) }) : {}),
  lines: tradeView(Invoices, invoice).lines.map((line, i) => ({
    ...line,
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
export const creditNoteView = (note: StoredCreditNote) => ({
  ...tradeView(CreditNotes, note),
  payable: payableOf(note),
  ...{ number: note.number, state: creditNoteState(note) },
});

export const ReceiptView = z.object({ ...moneyFields, customerId: z.string(), customerName: z.string() });
export const receiptView = (receipt: Stored<Receipt>) => ({
  ...openItemView(Receipts, receipt, (_, date) => reversalDraft(receipt, date)),
  state: creditState(receipt),
});

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
  const { overrides, reversal: _, ...view } = stamped(refund);
  return {
    ...view,
    number: numberOf(Refunds, refund.id),
    ...(overrides ? { overrides: [...overrides] } : {}),
    foreign: refund.foreign && foreignView(refund.foreign),
    entry: entryView(refund.entry),
  };
};

/** What customers owe on a day. */
export const ReceivablesView = z.object({ ...agedFields, openInvoices: Money, receivable: Money });

const { Allocations, Input } = allocating({ invoiceId: InvoiceId });
export const AllocateInput = Input;
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
  withheld: z.optional(WithheldView),
  /** What its customer will owe: the total less what is withheld. */
  payable: Money,
  /** What it comes to in its own currency, and the rate at which the totals are in euros. */
  foreign: z.optional(z.object(foreignTotals)),
  ...stampFields,
});
/** Totals are at the rates of the draft's date, or of the day it was made. */
export const draftView = (draft: StoredDraft) => {
  const { exchange, ...stored } = stamped(draft);
  const date = draft.date ?? draft.madeOn;
  const { totals, foreign } = draftValue(draft, date, exchange);
  const withheld = saleWithheld(draft.withholding, totals.net, date);
  return {
    ...stored,
    foreign: foreign && foreignView(foreign),
    ...defined({ withheld }),
    payable: payableOf({ totals, ...defined({ withheld }) }),
    number: numberOf(Drafts, draft.id),
    state: draftState(draft),
    lines: [...draft.lines],
    advances: [...(draft.advances ?? [])],
    totals: { ...totals, taxes: [...totals.taxes] },
  };
};
