import { payables } from '#api/finance/payables.ts';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { refusalOfNothingOpen } from '#domain/finance/open-items/open-item.ts';
import { APPLY } from '#domain/finance/open-items/queues.ts';
import { MAX_PER_REQUEST } from '#domain/finance/open-items/subledger.ts';
import {
  isRecentIban,
  notBeforeAny,
  PAYABLES,
  paymentActions,
  refusalOfBillPayer,
  refusalOfInRun,
  refusalOfOwnIban,
  refusalOfTakenBack,
  refusalOfUnapproved,
  rulesBroken,
  supplierCreditActions,
} from '#domain/finance/payables/payables-actions.ts';
import { reversalOf } from '#domain/finance/payables/purchase.ts';
import { Suppliers } from '#domain/finance/payables/supplier.ts';
import { nextDue, type StoredBill, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { newPayment, PayablesReversals, SupplierPayments } from '#domain/finance/payables/supplier-payment.ts';
import { paymentView, supplierCreditView } from '#domain/finance/payables/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { create, plain, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { openRecords } from '#runtime/open-work.ts';
import { required, several } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { firstDue } from '../open-items.ts';
import { openPosting, payerOf } from '../service.ts';

type Requested = readonly { readonly billId: string; readonly amount: Minor }[];
type Bills = readonly (StoredBill | undefined)[];

const { actions } = payables;
const allotmentsOf = (requested: Requested) => requested.map(({ billId, amount }) => ({ id: billId, amount }));
const billsIn = (requested: Requested = []) =>
  several(
    SupplierBills,
    requested.map(({ billId }) => billId),
  );
const named = ({ body }: { readonly body: { readonly allocations: Requested } }) => ({ bills: billsIn(body.allocations) });
const inPath = ({ path }: { readonly path: { readonly billId: string } }) => ({
  bill: required(SupplierBills, path.billId, 'path.billId'),
});
const found = (bills: Bills): StoredBill[] => bills.flatMap((bill) => bill ?? []);

/** Nothing is set against a bill that was taken back or is paid; money only against one that may be paid. */
function requireTakers(bills: Bills, by: 'payment' | 'credit'): void {
  for (const [i, bill] of bills.entries()) {
    const at = `body.allocations.${i}`;
    throwIf(
      bill &&
        (refusalOfTakenBack(bill, `${at}.billId`) ?? refusalOfNothingOpen(bill, `${at}.amount`) ?? refusalOfInRun(bill, `${at}.billId`)),
    );
    throwIf(bill && by === 'payment' ? refusalOfUnapproved(bill, `${at}.billId`) : undefined);
  }
}

/** What a supplier holds already of money that no bill has taken. */
async function openAdvances(records: Records, supplierId: string): Promise<Minor> {
  let sum = 0;
  for await (const { open } of openRecords(records, SupplierPayments, APPLY, { party: supplierId })) sum += open;
  return sum;
}

export const recordSupplierPayment = command(
  actions.recordSupplierPayment,
  creates(SupplierPayments, 'spa', ({ body }) => ({
    supplier: required(Suppliers, body.supplierId, 'body.supplierId'),
    named: billsIn(body.allocations),
  })),
  async ({ body, today, company, supplier, named: chosen, records, newId, caller }) => {
    const { date = today, amount, method, reference, allocations = [], auto } = body;
    if (body.allocations && auto) throw invalid('allocation.auto', 'Give either allocations or auto, not both.', 'body.auto');
    const [id, payer] = [newId('spa'), payerOf(caller)];
    if (method === 'bank') throwIf(refusalOfOwnIban(supplier, caller.email));
    const [posting, due, before] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      auto ? firstDue(records, SupplierBills, supplier.id, amount) : [],
      company.policies.billApprovalLimit === undefined ? 0 : openAdvances(records, supplier.id),
    ]);
    const bills = auto ? due : chosen;
    requireTakers(bills, 'payment');
    notBeforeAny(date, bills);
    const byDue = due.map((bill) => ({ id: bill.id, open: bill.open, dueDate: nextDue(bill) }));
    const requested = auto ? allocateFifo(byDue, amount, MAX_PER_REQUEST) : allotmentsOf(allocations);
    const left = amount - requested.reduce((sum, one) => sum + one.amount, 0);
    // Many small advances are one large one.
    const advance = { advance: left > 0 ? left + before : 0, limit: company.policies.billApprovalLimit };
    throwIf(refusalOfBillPayer(found(bills), payer, 'body.allocations', advance));
    const payment = newPayment(posting, supplier, {
      ...{ method, amount, reference },
      marks: method === 'bank' && isRecentIban(supplier, today) ? ['iban_changed'] : [],
      overrides: rulesBroken(found(bills), payer, advance),
    });
    const { credit, changes } = PAYABLES.allocate({ ...payment, id }, requested, bills, date);
    return [create(SupplierPayments, id, plain(credit)), ...changes, ...posting.changes()];
  },
  paymentView,
);

export const allocateSupplierPayment = command(
  actions.allocateSupplierPayment,
  on(SupplierPayments, (path) => path.paymentId, named),
  ({ body, today, bills, caller }, payment) => {
    throwIf(paymentActions.allocateSupplierPayment(payment));
    const date = body.date ?? today;
    requireTakers(bills, 'payment');
    // Who paid in advance does not say afterwards for what, where they entered or approved it.
    const payer = { email: payment.history[0]?.by ?? '', mayPayAlone: payerOf(caller).mayPayAlone };
    throwIf(refusalOfBillPayer(found(bills), payer, 'body.allocations'));
    notBeforeAny(date, [payment, ...bills]);
    const { credit, changes } = PAYABLES.allocate(payment, allotmentsOf(body.allocations), bills, date);
    return [update(SupplierPayments, payment, credit), ...changes];
  },
  paymentView,
);

export const deallocateSupplierPayment = command(
  actions.deallocateSupplierPayment,
  on(SupplierPayments, (path) => path.paymentId, inPath),
  ({ body, today, bill }, payment) => {
    throwIf(paymentActions.deallocateSupplierPayment(payment));
    const date = body.date ?? today;
    notBeforeAny(date, [payment, bill]);
    const { credit, change } = PAYABLES.deallocate(payment, bill, date);
    return [update(SupplierPayments, payment, credit), change];
  },
  paymentView,
);

export const reverseSupplierPayment = command(
  actions.reverseSupplierPayment,
  on(SupplierPayments, (path) => path.paymentId),
  async ({ body, today, records, newId, caller }, payment) => {
    throwIf(paymentActions.reverseSupplierPayment(payment));
    const { date = today, reason } = body;
    const id = newId('prv');
    const paid = PAYABLES.paidBy(payment, 'payment');
    const [posting, bills] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      records.getMany(SupplierBills, paid),
    ]);
    const reversal = reversalOf(posting, payment, reason);
    const reopened = PAYABLES.reverse(
      payment,
      bills.map((bill, i) => assertDefined(bill, paid[i] ?? '')),
      id,
      date,
    );
    return [
      update(SupplierPayments, payment, { ...reopened.credit, reversal: { id, date, reason } }),
      create(PayablesReversals, id, reversal),
      ...reopened.changes,
      ...posting.changes(),
    ];
  },
  paymentView,
);

export const allocateSupplierCreditNote = command(
  actions.allocateSupplierCreditNote,
  on(SupplierCredits, (path) => path.supplierCreditNoteId, named),
  ({ body, today, bills }, note) => {
    throwIf(supplierCreditActions.allocateSupplierCreditNote(note));
    const date = body.date ?? today;
    requireTakers(bills, 'credit');
    notBeforeAny(date, [note, ...bills]);
    const { credit, changes } = PAYABLES.allocate(note, allotmentsOf(body.allocations), bills, date);
    return [update(SupplierCredits, note, credit), ...changes];
  },
  supplierCreditView,
);

export const deallocateSupplierCreditNote = command(
  actions.deallocateSupplierCreditNote,
  on(SupplierCredits, (path) => path.supplierCreditNoteId, inPath),
  ({ body, today, bill }, note) => {
    throwIf(supplierCreditActions.deallocateSupplierCreditNote(note));
    const date = body.date ?? today;
    notBeforeAny(date, [note, bill]);
    const { credit, change } = PAYABLES.deallocate(note, bill, date);
    return [update(SupplierCredits, note, credit), change];
  },
  supplierCreditView,
);
