import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { PositiveMoney } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { moneyFields, moneyInput, writtenText } from '../open-items/money-wire.ts';
import { allocationViews, foreignMoneyView } from '../open-items/wire.ts';
import { BillAllocations, reversalView, withoutReversal } from '../payables/wire.ts';
import { PAYOUT_RULES } from '../receivables/payout.ts';
import { entryView } from '../wire.ts';
import { PAYMENT_MARKS, PAYMENT_STATES, paymentState, type StoredPayment, SupplierPayments } from './supplier-payment.ts';

export const PaymentView = z.object({
  ...moneyFields,
  supplierId: z.string(),
  supplierName: z.string(),
  state: z.enum(PAYMENT_STATES),
  iban: z.optional(z.string()),
  /** What somebody should look at: the IBAN was entered on the day of the payment or the day before. */
  marks: z.array(z.enum(PAYMENT_MARKS)),
  /** Rules of two people and of the limit that whoever paid it overrode. */
  overrides: z.array(z.enum(PAYOUT_RULES)),
});
export const paymentView = (payment: StoredPayment) => ({
  ...withoutReversal(payment),
  ...reversalView(payment),
  foreign: payment.foreign && foreignMoneyView(payment.foreign),
  number: numberOf(SupplierPayments, payment.id),
  state: paymentState(payment),
  marks: [...(payment.marks ?? [])],
  overrides: [...(payment.overrides ?? [])],
  allocations: allocationViews(payment.allocations, payment.foreign?.currency),
  entry: entryView(payment.entry),
});

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
