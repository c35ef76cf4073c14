import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import type { Posting } from '../ledger/posting.ts';
import { settle } from '../open-items/open-item.ts';
import { type PurchaseDocument, type StoredBill, type StoredCredit, SupplierBills, SupplierCredits } from '../payables/supplier-bill.ts';
import { newPayment, type SupplierPayment, SupplierPayments } from '../supplier-payments/supplier-payment.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';
import { openPayments, type PaymentRun, type RunItem, type RunPayment, type StoredRun } from './payment-run.ts';

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

/** The run once the bank has carried out one of its payments by itself; with the last of them it is over. */
export function paidAlone(run: StoredRun, no: number, { paymentId, on }: { readonly paymentId: string; readonly on: IsoDate }): StoredRun {
  const payments = run.payments.map((payment) =>
    payment.no === no ? { ...payment, state: 'paid' as const, paymentId, paidOn: on } : payment,
  );
  return endedRun({ ...run, payments });
}

/** A run of which nothing is open any more: carried out where anything was, on the last of the bank's days. */
function endedRun<R extends PaymentRun>(run: R): R {
  const days = run.payments.flatMap(({ paidOn }) => paidOn ?? []).toSorted();
  if (openPayments(run).length > 0 || days.length === 0) return run;
  return { ...run, state: 'executed' as const, executedOn: days.at(-1) };
}

/**
 * The run with payments that wait for the bank again, since what took them for carried out was undone. What their money had paid is
 * what they pay; credit notes that were set against bills stay so.
 */
export function waitingAgain(run: StoredRun, undone: ReadonlyMap<number, readonly RunItem[]>): StoredRun {
  const { executedOn: _, ...rest } = run;
  const payments = run.payments.map((payment) => {
    const charges = undone.get(payment.no);
    if (!charges) return payment;
    const { paymentId: __, paidOn: ___, ...left } = payment;
    return { ...left, charges, credits: [], state: 'open' as const, again: (payment.again ?? 0) + 1 };
  });
  return { ...rest, state: 'sent', payments };
}

/** The run with a payment that was said to have come back, and has not: it is what `paymentId` posts. */
export const arrivedAfterAll = (run: StoredRun, reversalId: string, paymentId: string): StoredRun => ({
  ...run,
  payments: run.payments.map((payment) => {
    if (payment.returned?.reversalId !== reversalId) return payment;
    const { returned: _, ...left } = payment;
    return { ...left, state: 'paid' as const, paymentId };
  }),
});

/** The run without a transfer that was taken out or that the bank refused; without any, it is over. */
export function withoutPayment(
  run: PaymentRun,
  no: number,
  rejection: { readonly by: string; readonly on: IsoDate; readonly reason: string },
): PaymentRun {
  const payments = run.payments.map((payment) => (payment.no === no ? { ...payment, state: 'rejected' as const, rejection } : payment));
  const over = payments.every(({ state }) => state === 'rejected');
  return over ? { ...run, payments, state: 'cancelled', cancelled: rejection } : endedRun({ ...run, payments });
}
