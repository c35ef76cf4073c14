import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import type { Posting } from '../ledger/posting.ts';
import { settle } from '../open-items/open-item.ts';
import type { StoredSupplier } from '../payables/supplier.ts';
import { type PurchaseDocument, type StoredBill, type StoredCredit, SupplierBills, SupplierCredits } from '../payables/supplier-bill.ts';
import { newPayment, type SupplierPayment, SupplierPayments } from '../payables/supplier-payment.ts';
import type { PaymentRun, RunPayment } from './payment-run.ts';

/** A document that belongs to a run, or no more. */
export function withRun<D extends PurchaseDocument>(document: D, runId: string | undefined): D {
  const { paymentRunId: _, ...rest } = document;
  return (runId === undefined ? rest : { ...rest, paymentRunId: runId }) as unknown as D;
}

/** Documents of a run's payment by id, as they stand. */
export interface PaymentDocuments {
  readonly bills: ReadonlyMap<string, StoredBill>;
  readonly credits: ReadonlyMap<string, StoredCredit>;
}

/**
 * A transfer that the bank carried out: the payment posts 400 or 410 to the bank, its credit notes and then its money are set
 * against its bills in their order, and all of them leave the run.
 */
export function settlePayment(
  posting: Posting,
  run: Pick<PaymentRun, 'account'> & { readonly id: string },
  {
    payment: planned,
    paymentId,
    supplier,
  }: { readonly payment: RunPayment; readonly paymentId: string; readonly supplier: StoredSupplier },
  documents: PaymentDocuments,
): Change[] {
  const { amount, iban } = planned;
  const date = posting.date;
  let payment: SupplierPayment = newPayment(posting, supplier, {
    method: 'bank',
    amount,
    account: run.account,
    iban,
    paymentRunId: run.id,
  });
  const bills = planned.charges.map((item) => ({
    left: item.amount,
    before: found(documents.bills, item.id),
    after: found(documents.bills, item.id),
  }));
  const take = (from: string, most: number, settles: (billId: string, part: number) => void) => {
    let rest = most;
    for (const bill of bills) {
      const part = Math.min(rest, bill.left);
      if (part === 0) continue;
      bill.after = settle(bill.after, from, date, part, 'path');
      settles(bill.after.id, part);
      bill.left -= part;
      rest -= part;
    }
  };
  const credits = planned.credits.map(({ id, amount: most }) => {
    const before = found(documents.credits, id);
    let after: StoredCredit = before;
    take(id, most, (billId, part) => {
      after = settle(after, billId, date, part, 'path');
    });
    return update(SupplierCredits, before, withRun(after, undefined));
  });
  take(paymentId, amount, (billId, part) => {
    payment = settle(payment, billId, date, part, 'path');
  });
  return [
    create(SupplierPayments, paymentId, payment),
    ...credits,
    ...bills.map(({ before, after }) => update(SupplierBills, before, withRun(after, undefined))),
  ];
}

const found = <D>(documents: ReadonlyMap<string, Stored<D>>, id: string): Stored<D> => assertDefined(documents.get(id), id);

/** What frees the documents of a transfer: those that belong to the run still. */
export function freeDocuments(runId: string, { bills, credits }: PaymentDocuments): Change[] {
  const isOurs = ({ paymentRunId }: PurchaseDocument) => paymentRunId === runId;
  return [
    ...[...bills.values()].filter(isOurs).map((bill) => update(SupplierBills, bill, withRun(bill, undefined))),
    ...[...credits.values()].filter(isOurs).map((note) => update(SupplierCredits, note, withRun(note, undefined))),
  ];
}

/** The run once the bank has carried it out. @param paymentIdOf the payment that each transfer became. */
export const executed = (run: PaymentRun, paymentIdOf: (no: number) => string): PaymentRun => ({
  ...run,
  state: 'executed',
  payments: run.payments.map((payment) =>
    payment.state === 'open' ? { ...payment, state: 'paid' as const, paymentId: paymentIdOf(payment.no) } : payment,
  ),
});

/** The run without a transfer that was taken out or that the bank refused; without any, it is over. */
export function withoutPayment(
  run: PaymentRun,
  no: number,
  rejection: { readonly by: string; readonly on: IsoDate; readonly reason: string },
): PaymentRun {
  const payments = run.payments.map((payment) => (payment.no === no ? { ...payment, state: 'rejected' as const, rejection } : payment));
  const over = payments.every(({ state }) => state === 'rejected');
  return { ...run, payments, ...(over ? { state: 'cancelled' as const, cancelled: rejection } : {}) };
}
