import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { BusinessDate, daysBetween, type IsoDate } from '#kernel/date.ts';
import { idWith, shortNumber } from '#kernel/id.ts';
import { Money, PositiveMoney } from '#kernel/money.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import type { Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { EntryView, entryView, TotalsView } from '../wire.ts';
import { DraftInput, DraftLine, draftValue, type StoredDraft } from './draft.ts';
import type { Bill, StoredCreditNote, StoredInvoice } from './invoice.ts';
import { METHODS, type Receipt, type Refund, reversalDraft } from './receipt.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** An invoice's id is its number: `inv_F2026-000123`. */
export const InvoiceId = z.string().check(z.regex(/^inv_F\d{4}-\d{6,9}$/, 'must be an invoice id such as inv_F2026-000123'));
export const CreditNoteId = z.string().check(z.regex(/^crn_R\d{4}-\d{6,9}$/, 'must be a credit note id such as crn_R2026-000123'));

export const INVOICE_STATES = ['open', 'overdue', 'paid'] as const;
const PartyView = z.object({
  name: z.string(),
  taxId: z.optional(z.string()),
  address: z.optional(Address),
  email: z.optional(z.string()),
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
  orderLine: z.optional(z.int()),
  /** On an invoice: net that credit notes gave back. */
  credited: z.optional(Money),
});
const AllocationView = z.object({ with: z.string(), date: z.string(), amount: Money });
const billFields = {
  id: z.string(),
  number: z.string(),
  date: z.string(),
  customerId: z.string(),
  customer: PartyView,
  orderId: z.optional(z.string()),
  lines: z.array(LineView),
  totals: TotalsView,
  pricesIncludeTax: z.boolean(),
  notes: z.optional(z.string()),
  open: Money,
  allocations: z.array(AllocationView),
  entry: EntryView,
  ...stampFields,
};

export const InvoiceView = z.object({
  ...billFields,
  dueDate: z.string(),
  state: z.enum(INVOICE_STATES),
  daysOverdue: z.int(),
  operationDate: z.optional(z.string()),
  shipmentId: z.optional(z.string()),
  reminders: z.int(),
  creditNoteIds: z.array(z.string()),
});
export const CreditNoteView = z.object({
  ...billFields,
  corrects: z.optional(z.string()),
  reason: z.string(),
  returnId: z.optional(z.string()),
});

const billView = <B extends Stored<Bill>>(bill: B) => ({
  ...stamped(bill),
  lines: bill.lines.map((line, i) => ({ ...line, line: i + 1 })),
  totals: { ...bill.totals, taxes: [...bill.totals.taxes] },
  allocations: [...bill.allocations],
  entry: entryView(bill.entry),
});

/** @param today the company's business date: what is overdue depends on it. */
export const stateOf = (invoice: { readonly open: number; readonly dueDate: IsoDate }, today: IsoDate): (typeof INVOICE_STATES)[number] =>
  invoice.open === 0 ? 'paid' : invoice.dueDate < today ? 'overdue' : 'open';

export const invoiceView = (invoice: StoredInvoice, today: IsoDate) => ({
  ...billView(invoice),
  lines: invoice.lines.map((line, i) => ({ ...line, line: i + 1, credited: invoice.credited?.[i] ?? 0 })),
  creditNoteIds: (invoice.creditNotes ?? []).map((note) => note.id),
  state: stateOf(invoice, today),
  daysOverdue: invoice.open === 0 ? 0 : Math.max(0, daysBetween(invoice.dueDate, today)),
  reminders: invoice.reminders ?? 0,
});
export const creditNoteView = (note: StoredCreditNote) => billView(note);

export const ReceiptView = z.object({
  id: z.string(),
  number: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  date: z.string(),
  method: z.enum(METHODS),
  amount: Money,
  reference: z.optional(z.string()),
  open: Money,
  allocations: z.array(AllocationView),
  entry: EntryView,
  reversal: z.optional(z.object({ id: z.string(), date: z.string(), reason: z.string(), entry: EntryView })),
  ...stampFields,
});
export const receiptView = (receipt: Stored<Receipt>) => {
  const { reversal, ...view } = {
    ...stamped(receipt),
    number: shortNumber('C', receipt.id),
    allocations: [...receipt.allocations],
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
  from: z.string(),
  entry: EntryView,
  ...stampFields,
});
export const refundView = (refund: Stored<Refund>) => ({
  ...stamped(refund),
  number: shortNumber('D', refund.id),
  entry: entryView(refund.entry),
});

const Allocations = z.array(z.strictObject({ invoiceId: InvoiceId, amount: PositiveMoney })).check(z.minLength(1), z.maxLength(40));
export const AllocateInput = z.strictObject({ date: z.optional(BusinessDate), allocations: Allocations });
export const ReceiptInput = z.strictObject({
  customerId: idWith('cus'),
  date: z.optional(BusinessDate),
  method: z._default(z.enum(METHODS), 'bank'),
  amount: PositiveMoney,
  reference: z.optional(text(80)),
  /** What it pays. Absent: nothing yet; `auto` pays the oldest due invoices first. */
  allocations: z.optional(Allocations),
  auto: z._default(z.boolean(), false),
});
export const RefundInput = z.strictObject({
  /** The receipt or credit note whose unapplied credit is paid back. */
  from: z.union([idWith('rcp'), CreditNoteId]),
  amount: PositiveMoney,
  method: z._default(z.enum(METHODS), 'bank'),
  date: z.optional(BusinessDate),
});
/** Undoes what a receipt or credit note has paid of one invoice. */
export const RemovalInput = z.strictObject({ date: z.optional(BusinessDate) });
export const CreditInput = z.strictObject({
  date: z.optional(BusinessDate),
  reason: text(200),
  /** Absent: all that is left. A quantity takes its share of the line; a net takes an amount off it. */
  lines: z.optional(
    z
      .array(z.strictObject({ line: z.int().check(z.minimum(1)), quantity: z.optional(PositiveQuantity), net: z.optional(PositiveMoney) }))
      .check(z.minLength(1), z.maxLength(1000)),
  ),
});

export const DRAFT_STATES = ['draft', 'issued'] as const;
export const draftState = (draft: { readonly invoiceId?: string | undefined }): (typeof DRAFT_STATES)[number] =>
  draft.invoiceId === undefined ? 'draft' : 'issued';
export const DraftView = z.object({
  ...DraftInput.shape,
  lines: z.array(DraftLine),
  id: z.string(),
  number: z.string(),
  state: z.enum(DRAFT_STATES),
  customerName: z.string(),
  invoiceId: z.optional(z.string()),
  totals: TotalsView,
  ...stampFields,
});
/** Totals are at the rates of the draft's date, or of the day it was made. */
export const draftView = (draft: StoredDraft) => {
  const { totals } = draftValue(draft, draft.date ?? draft.madeOn);
  return {
    ...stamped(draft),
    number: shortNumber('B', draft.id),
    state: draftState(draft),
    lines: [...draft.lines],
    totals: { ...totals, taxes: [...totals.taxes] },
  };
};
