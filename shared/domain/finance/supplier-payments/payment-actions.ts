import type { ActionRules } from '#kernel/errors.ts';
import { refusalOfTakenBack } from '../open-items/document.ts';
import { refusalOfNothingOpen } from '../open-items/open-item.ts';
import { PAYABLES } from '../payables/payables-actions.ts';
import type { StoredPayment } from './supplier-payment.ts';

/** Why a payment takes an action now or not: commands throw these, and its page shows them. */
export const paymentActions = {
  allocateSupplierPayment: (payment) => refusalOfTakenBack(payment) ?? refusalOfNothingOpen(payment, 'body.allocations'),
  deallocateSupplierPayment: (payment) => refusalOfTakenBack(payment) ?? PAYABLES.refusalOfUnused(payment),
  reverseSupplierPayment: (payment) => refusalOfTakenBack(payment),
} as const satisfies ActionRules<StoredPayment>;
