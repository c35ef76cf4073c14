import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { AmountView, Money, PositiveMoney } from '#kernel/money.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText } from '#kernel/written-text.ts';
import { creditState } from '../open-items/document.ts';
import { moneyFields, moneyInput } from '../open-items/money-wire.ts';
import { foreignView, openItemView, rateFields } from '../open-items/wire.ts';
import { BillAllocations } from '../payables/wire.ts';
import { PAYOUT_RULES } from '../receivables/payout.ts';
import { EntryView, entryView } from '../wire.ts';
import { PAYMENT_MARKS, type StoredPayment, SupplierPayments } from './supplier-payment.ts';
import { refundState, type SupplierRefund, SupplierRefunds } from './supplier-refund.ts';

export const PaymentView = z.object({
  ...moneyFields,
  supplierId: z.string(),
  supplierName: z.string(),
  iban: z.optional(z.string()),
  /** What somebody should look at: the IBAN was entered on the day of the payment or the day before. */
  marks: z.array(z.enum(PAYMENT_MARKS)),
  /** Rules of two people and of the limit that whoever paid it overrode. */
  overrides: z.array(z.enum(PAYOUT_RULES)),
});
export const paymentView = (payment: StoredPayment) => ({
  ...openItemView(SupplierPayments, payment),
  state: creditState(payment),
  marks: [...(payment.marks ?? [])],
  overrides: [...(payment.overrides ?? [])],
});

export const REFUND_STATES = ['received', 'reversed'] as const;
export const SupplierRefundView = z.object({
  id: z.string(),
  number: z.string(),
  /** `reversed`: the match of the line that brought it was undone. */
  state: z.enum(REFUND_STATES),
  supplierId: z.string(),
  supplierName: z.string(),
  date: z.string(),
  amount: Money,
  /** In a foreign currency: how much of that, and at which rate it came. */
  foreign: z.optional(z.object({ ...rateFields, amount: AmountView })),
  /** The credit notes that it used up. */
  from: z.array(z.string()),
  /** The line of the bank that brought it; absent once its match was undone. */
  bankLineId: z.optional(z.string()),
  reversal: z.optional(z.object({ id: z.string(), date: z.string(), reason: z.string() })),
  entry: EntryView,
  ...stampFields,
});
export function supplierRefundView(refund: Stored<SupplierRefund>) {
  const { bankLine, reversal, ...view } = stamped(refund);
  return {
    ...view,
    number: numberOf(SupplierRefunds, refund.id),
    state: refundState(refund),
    from: [...refund.from],
    foreign: refund.foreign && foreignView(refund.foreign),
    bankLineId: bankLine?.slice(0, bankLine.indexOf('.')),
    reversal: reversal && { ...reversal },
    entry: entryView(refund.entry),
  };
}

export const PaymentInput = z.strictObject({
  ...moneyInput,
  supplierId: idWith('sup'),
  /** Of a payment in a foreign currency: what it took of an account in euros. */
  paid: z.optional(PositiveMoney),
  reference: z.optional(writtenText(80)),
  /** What it pays. Absent: nothing yet, an advance; `auto` pays the bills that are due first. */
  allocations: z.optional(BillAllocations),
  auto: z._default(z.boolean(), false),
  /** That an IBAN of today or yesterday was checked with the supplier by another way. */
  confirmed: z._default(z.boolean(), false),
});
