import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { PositiveMoney } from '#kernel/money.ts';
import { writtenText } from '#kernel/written-text.ts';
import { creditState } from '../open-items/document.ts';
import { moneyFields, moneyInput } from '../open-items/money-wire.ts';
import { openItemView } from '../open-items/wire.ts';
import { BillAllocations } from '../payables/wire.ts';
import { PAYOUT_RULES } from '../receivables/payout.ts';
import { PAYMENT_MARKS, type StoredPayment, SupplierPayments } from './supplier-payment.ts';

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
