import { payables } from '#api/finance/payables.ts';
import { allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { openOf, refusalOfNothingOpen } from '#domain/finance/open-items/open-item.ts';
import { APPLY } from '#domain/finance/open-items/queues.ts';
import { type Allotment, MAX_PER_REQUEST } from '#domain/finance/open-items/subledger.ts';
import {
  notBeforeAny,
  PAYABLES,
  refusalOfInRun,
  refusalOfTakenBack,
  refusalOfUnapproved,
  supplierCreditActions,
} from '#domain/finance/payables/payables-actions.ts';
import { PayablesReversals } from '#domain/finance/payables/payables-reversal.ts';
import { reversalOf } from '#domain/finance/payables/purchase.ts';
import { nextDue, type StoredBill, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { supplierCreditView } from '#domain/finance/payables/wire.ts';
import {
  isRecentIban,
  refusalOfBillPayer,
  refusalOfOwnIban,
  refusalOfRecentIban,
  rulesBroken,
} from '#domain/finance/supplier-payments/payer-rules.ts';
import { paymentActions } from '#domain/finance/supplier-payments/payment-actions.ts';
import {
  newPayment,
  type StoredPayment,
  type SupplierPaymentRequest,
  SupplierPayments,
} from '#domain/finance/supplier-payments/supplier-payment.ts';
import { paymentView } from '#domain/finance/supplier-payments/wire.ts';
import { type StoredSupplier, Suppliers } from '#domain/finance/suppliers/supplier.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import { type Amount, type Minor, shareOf } from '#kernel/money.ts';
import { create, plain, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { openRecords } from '#runtime/open-work.ts';
import { required, several } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { moneyIn } from '../currencies/rates.ts';
import { firstDue } from '../open-items.ts';
import { openPosting, type PostingSession, payerOf } from '../service.ts';

interface PayWorld extends World {
  readonly company: StoredCompany;
}
type Requested = readonly { readonly billId: string; readonly amount: Amount }[];
type Bills = readonly (StoredBill | undefined)[];

const { actions } = payables;
const allotmentsOf = (requested: Requested) =>
  requested.map(({ billId, amount: { minor, currency } }) => ({ id: billId, amount: minor, currency }));
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

/** The bills that a payment pays of itself, first due first. */
function byDue(due: readonly StoredBill[], { minor, currency }: Amount) {
  const open = due.map((bill) => ({ id: bill.id, open: openOf(bill), dueDate: nextDue(bill) }));
  return allocateFifo(open, minor, MAX_PER_REQUEST).map((one) => ({ ...one, currency }));
}

interface PaidOut {
  readonly id: string;
  readonly supplier: StoredSupplier;
  readonly money: Pick<SupplierPaymentRequest, 'method' | 'amount' | 'foreign' | 'account' | 'keeps' | 'reference'>;
  /** In the currency of the payment. */
  readonly told: Amount;
  readonly bills: Bills;
  readonly requested: readonly Allotment[];
  readonly limit?: Minor | undefined;
  /** What the supplier holds of earlier advances, where a limit is kept. */
  readonly before: Minor;
}

/**
 * Money that is paid to a supplier in a posting that the caller has opened; the first change is the payment's.
 * @throws DomainError `payment.…`, `bill.waiting`, `document.…`, `allocation.…`, `period.…` (422).
 */
export async function payOut(world: PayWorld, posting: PostingSession, paid: PaidOut) {
  const { id, supplier, money, told, bills, requested, limit, before } = paid;
  const { today, caller } = world;
  const payer = payerOf(caller);
  requireTakers(bills, 'payment');
  notBeforeAny(posting.date, bills);
  const left = told.minor - requested.reduce((sum, one) => sum + one.amount, 0);
  // Many small advances are one large one.
  const unused = left > 0 ? before + shareOf(money.amount, BigInt(left), BigInt(told.minor)) : 0;
  throwIf(refusalOfBillPayer(found(bills), payer, 'body.allocations', { advance: unused, limit }));
  const payment = newPayment(posting, supplier, {
    ...money,
    marks: money.method === 'bank' && isRecentIban(supplier, today) ? ['iban_changed'] : [],
    overrides: rulesBroken(found(bills), payer, { advance: unused, limit }),
  });
  const { credit, changes, settlements } = PAYABLES.allocate({ ...payment, id }, requested, bills, posting.date);
  const differences = await differenceChanges(world, { side: 'payable', settlements, document: payment, posting });
  return [create(SupplierPayments, id, plain(credit)), ...changes, ...differences] as const;
}

/** Whether the caller may pay to where the supplier has its account, and what of earlier advances counts with it. */
export async function requirePayable(world: PayWorld, supplier: StoredSupplier, confirmed: boolean) {
  const { records, company, today, caller } = world;
  throwIf(refusalOfOwnIban(supplier, caller.email) ?? refusalOfRecentIban(supplier, today, confirmed));
  const limit = company.policies.billApprovalLimit;
  return { limit, before: limit === undefined ? 0 : await openAdvances(records, supplier.id) };
}

export const recordSupplierPayment = command(
  actions.recordSupplierPayment,
  creates(SupplierPayments, 'spa', ({ body }) => ({
    supplier: required(Suppliers, body.supplierId, 'body.supplierId'),
    named: billsIn(body.allocations),
  })),
  async (world) => {
    const { body, today, company, supplier, named: chosen, records, newId, caller } = world;
    const { date = today, method, reference, allocations = [], auto } = body;
    if (body.allocations && auto) throw invalid('allocation.auto', 'Give either allocations or auto, not both.', 'body.auto');
    const [id, limit] = [newId('spa'), company.policies.billApprovalLimit];
    if (method === 'bank') throwIf(refusalOfOwnIban(supplier, caller.email) ?? refusalOfRecentIban(supplier, today, body.confirmed));
    const [posting, due, before, money] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      auto ? firstDue(records, SupplierBills, supplier.id, body.amount) : [],
      limit === undefined ? 0 : openAdvances(records, supplier.id),
      moneyIn(
        records,
        { amount: body.amount, inEuros: body.paid, rate: body.rate, field: 'body.paid', method, account: body.account },
        date,
      ),
    ]);
    const requested = auto ? byDue(due, body.amount) : allotmentsOf(allocations);
    const paid = { id, supplier, told: body.amount, bills: auto ? due : chosen, requested, limit, before };
    const changes = await payOut(world, posting, { ...paid, money: { method, ...money, reference } });
    return [...changes, ...posting.changes()];
  },
  paymentView,
);

export const allocateSupplierPayment = command(
  actions.allocateSupplierPayment,
  on(SupplierPayments, (path) => path.paymentId, named),
  async (world, payment) => {
    const { body, today, bills, caller } = world;
    throwIf(paymentActions.allocateSupplierPayment(payment));
    const date = body.date ?? today;
    requireTakers(bills, 'payment');
    // Who paid in advance does not say afterwards for what, where they entered or approved it.
    const payer = { email: payment.history[0]?.by ?? '', mayPayAlone: payerOf(caller).mayPayAlone };
    throwIf(refusalOfBillPayer(found(bills), payer, 'body.allocations'));
    notBeforeAny(date, [payment, ...bills]);
    const { credit, changes, settlements } = PAYABLES.allocate(payment, allotmentsOf(body.allocations), bills, date);
    const differences = await differenceChanges(world, { side: 'payable', settlements, document: payment, date });
    return [update(SupplierPayments, payment, credit), ...changes, ...differences];
  },
  paymentView,
);

export const deallocateSupplierPayment = command(
  actions.deallocateSupplierPayment,
  on(SupplierPayments, (path) => path.paymentId, inPath),
  async (world, payment) => {
    const { body, today, bill } = world;
    throwIf(paymentActions.deallocateSupplierPayment(payment));
    const date = body.date ?? today;
    notBeforeAny(date, [payment, bill]);
    const { credit, change, settlements } = PAYABLES.deallocate(payment, bill, date);
    const differences = await differenceChanges(world, { side: 'payable', settlements, document: payment, date });
    return [update(SupplierPayments, payment, credit), change, ...differences];
  },
  paymentView,
);

interface TakenBackPayment {
  readonly date: IsoDate;
  readonly reason: string;
  /** The posting that it goes into, where it is part of a larger action; absent: one of its own. */
  readonly posting?: PostingSession;
}

/**
 * What reverses a payment: its entry with debits and credits exchanged, and the bills that it paid are open again.
 * @throws DomainError `payment.reversed`, `reversal.too_early`, `period.…` (422).
 */
export async function takePaymentBack(world: World, payment: StoredPayment, back: TakenBackPayment) {
  const { records, today, caller, newId } = world;
  throwIf(paymentActions.reverseSupplierPayment(payment));
  const { date, reason } = back;
  const id = newId('prv', back.posting && payment.id);
  const paid = PAYABLES.paidBy(payment, 'payment');
  const [posting, bills] = await Promise.all([
    back.posting ?? openPosting(records, { date, today, document: id, caller }),
    records.getMany(SupplierBills, paid),
  ]);
  const reversal = reversalOf(posting, payment, reason);
  const reopened = PAYABLES.reverse(
    payment,
    bills.map((bill, i) => assertDefined(bill, paid[i] ?? '')),
    id,
    date,
  );
  const differences = await differenceChanges(world, { side: 'payable', settlements: reopened.settlements, document: payment, posting });
  return [
    update(SupplierPayments, payment, { ...reopened.credit, reversal: { id, date, reason } }),
    create(PayablesReversals, id, reversal),
    ...reopened.changes,
    ...differences,
    ...(back.posting ? [] : posting.changes()),
  ] as const;
}

export const reverseSupplierPayment = command(
  actions.reverseSupplierPayment,
  on(SupplierPayments, (path) => path.paymentId),
  (world, payment) => {
    const { date = world.today, reason } = world.body;
    return takePaymentBack(world, payment, { date, reason });
  },
  paymentView,
);

export const allocateSupplierCreditNote = command(
  actions.allocateSupplierCreditNote,
  on(SupplierCredits, (path) => path.supplierCreditNoteId, named),
  async (world, note) => {
    const { body, today, bills } = world;
    throwIf(supplierCreditActions.allocateSupplierCreditNote(note));
    const date = body.date ?? today;
    requireTakers(bills, 'credit');
    notBeforeAny(date, [note, ...bills]);
    const { credit, changes, settlements } = PAYABLES.allocate(note, allotmentsOf(body.allocations), bills, date);
    const differences = await differenceChanges(world, { side: 'payable', settlements, document: note, date });
    return [update(SupplierCredits, note, credit), ...changes, ...differences];
  },
  supplierCreditView,
);

export const deallocateSupplierCreditNote = command(
  actions.deallocateSupplierCreditNote,
  on(SupplierCredits, (path) => path.supplierCreditNoteId, inPath),
  async (world, note) => {
    const { body, today, bill } = world;
    throwIf(supplierCreditActions.deallocateSupplierCreditNote(note));
    const date = body.date ?? today;
    notBeforeAny(date, [note, bill]);
    const { credit, change, settlements } = PAYABLES.deallocate(note, bill, date);
    const differences = await differenceChanges(world, { side: 'payable', settlements, document: note, date });
    return [update(SupplierCredits, note, credit), change, ...differences];
  },
  supplierCreditView,
);
