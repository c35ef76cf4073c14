import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { BusinessDate, type IsoDate, daysBetween } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money, PositiveMoney } from '#kernel/money.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import { stampFields, stamped } from '#kernel/stamps.ts';
import type { Stored } from '#kernel/record.ts';
import { EntryView, TotalsView, entryView } from '../wire.ts';
import type { Bill, StoredCreditNote, StoredInvoice } from './invoice.ts';
import { METHODS, type Receipt, type Refund } from './receipt.ts';
import { DraftInput, type StoredDraft, draftValue } from './draft.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
/** An invoice's id is its number: `inv_F2026-000123`. */
export const InvoiceId = z.string().check(z.regex(/^inv_F\d{4}-\d{6,9}$/, 'must be an invoice id such as inv_F2026-000123'));
export const CreditNoteId = z.string().check(z.regex(/^crn_R\d{4}-\d{6,9}$/, 'must be a credit note id such as crn_R2026-000123'));

export const INVOICE_STATES = ['open', 'overdue', 'paid'] as const;
const PartyView = z.object({ name: z.string(), taxId: z.optional(z.string()), address: z.optional(Address), email: z.optional(z.string()) });
const LineView = z.object({
  line: z.int(), code: z.string(), name: z.string(), quantity: z.string(), price: z.string(), discount: z.optional(z.string()),
  taxCode: z.string(), percent: z.string(), net: Money, orderLine: z.optional(z.int()),
});
const AllocationView = z.object({ with: z.string(), date: z.string(), amount: Money });
const billFields = {
  id: z.string(), number: z.string(), date: z.string(), customerId: z.string(), customer: PartyView, orderId: z.optional(z.string()),
  lines: z.array(LineView), totals: TotalsView, pricesIncludeTax: z.boolean(), notes: z.optional(z.string()),
  open: Money, allocations: z.array(AllocationView), entry: EntryView, ...stampFields,
};

export const InvoiceView = z.object({
  ...billFields, dueDate: z.string(), state: z.enum(INVOICE_STATES), daysOverdue: z.int(),
  operationDate: z.optional(z.string()), shipmentId: z.optional(z.string()), reminders: z.int(),
});
export const CreditNoteView = z.object({ ...billFields, corrects: z.optional(z.string()), reason: z.string(), returnId: z.optional(z.string()) });

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
  state: stateOf(invoice, today),
  daysOverdue: invoice.open === 0 ? 0 : Math.max(0, daysBetween(invoice.dueDate, today)),
  reminders: invoice.reminders ?? 0,
});
export const creditNoteView = (note: StoredCreditNote) => billView(note);

export const ReceiptView = z.object({
  id: z.string(), customerId: z.string(), customerName: z.string(), date: z.string(), method: z.enum(METHODS), amount: Money,
  reference: z.optional(z.string()), open: Money, allocations: z.array(AllocationView), entry: EntryView,
  reversal: z.optional(z.object({ date: z.string(), reason: z.string() })), ...stampFields,
});
export const receiptView = (receipt: Stored<Receipt>) => ({ ...stamped(receipt), allocations: [...receipt.allocations], entry: entryView(receipt.entry) });

export const RefundView = z.object({
  id: z.string(), customerId: z.string(), customerName: z.string(), date: z.string(), method: z.enum(METHODS), amount: Money, from: z.string(), entry: EntryView, ...stampFields,
});
export const refundView = (refund: Stored<Refund>) => ({ ...stamped(refund), entry: entryView(refund.entry) });

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
export const CreditInput = z.strictObject({
  date: z.optional(BusinessDate),
  reason: text(200),
  /** Absent: all that is left. A quantity takes its share of the line; a net takes an amount off it. */
  lines: z.optional(
    z.array(z.strictObject({ line: z.int().check(z.minimum(1)), quantity: z.optional(PositiveQuantity), net: z.optional(PositiveMoney) })).check(z.minLength(1), z.maxLength(1000)),
  ),
});

export const DraftView = z.object({
  ...DraftInput.shape, id: z.string(), customerName: z.string(), invoiceId: z.optional(z.string()), totals: TotalsView, ...stampFields,
});
/** @param today rates are those of the draft's date, or of today. */
export const draftView = (draft: StoredDraft, today: IsoDate) => {
  const { totals } = draftValue(draft, draft.date ?? today);
  return { ...stamped(draft), totals: { ...totals, taxes: [...totals.taxes] } };
};
