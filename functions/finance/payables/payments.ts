import { payables } from '#api/finance/payables.ts';
import { allocateFifo, nextDue } from '#domain/finance/open-items/ageing.ts';
import { notBeforeAny, openOf } from '#domain/finance/open-items/open-item.ts';
import { requireTakers } from '#domain/finance/open-items/payable.ts';
import { APPLY } from '#domain/finance/open-items/queues.ts';
import { type Allotment, MAX_PER_REQUEST, type Settlement } from '#domain/finance/open-items/subledger.ts';
import { PayablesReversals, reversalOf } from '#domain/finance/open-items/supplier-reversal.ts';
import { PAYABLES } from '#domain/finance/payables/payables-actions.ts';

import { type StoredBill, SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
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
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { moneyIn } from '../currencies/rates.ts';
import { firstDue } from '../open-items.ts';
import { openPosting, type PostingSession, payerOf } from '../service.ts';
import { BILLS } from './bills.ts';

interface PayWorld extends World {
  readonly company: StoredCompany;
}
type Bills = readonly (StoredBill | undefined)[];

const { actions } = payables;
const found = (bills: Bills): StoredBill[] => bills.flatMap((bill) => bill ?? []);

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
  /** What was settled in a foreign currency beside it, by credit notes. */
  readonly beside?: readonly Settlement[];
  readonly limit?: Minor | undefined;
  /** What the supplier holds of earlier advances, where a limit is kept. */
  readonly before: Minor;
}

/**
 * Money that is paid to a supplier in a posting that the caller has opened; the first change is the payment's.
 * @throws DomainError `payment.…`, `bill.waiting`, `document.…`, `allocation.…`, `period.…` (422).
 */
export async function payOut(world: PayWorld, posting: PostingSession, paid: PaidOut) {
  const { id, supplier, money, told, bills, requested, beside = [], limit, before } = paid;
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
  const { credit, changes, settlements: own } = PAYABLES.allocate({ ...payment, id }, requested, bills, posting.date);
  const settlements = [...beside, ...own];
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
    named: BILLS.charges(body.allocations),
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
    const requested = auto ? byDue(due, body.amount) : BILLS.allotments(allocations);
    const paid = { id, supplier, told: body.amount, bills: auto ? due : chosen, requested, limit, before };
    const changes = await payOut(world, posting, { ...paid, money: { method, ...money, reference } });
    return [...changes, ...posting.changes()];
  },
  paymentView,
);

const PAYMENT = {
  type: SupplierPayments,
  id: 'paymentId',
  rules: { allocate: paymentActions.allocateSupplierPayment, deallocate: paymentActions.deallocateSupplierPayment },
  check: ({ caller }: World, payment: StoredPayment, bills: Bills) => {
    requireTakers(bills, 'payment');
    // Who paid in advance does not say afterwards for what, where they entered or approved it.
    const payer = { email: payment.history[0]?.by ?? '', mayPayAlone: payerOf(caller).mayPayAlone };
    throwIf(refusalOfBillPayer(found(bills), payer, 'body.allocations'));
  },
  view: paymentView,
};
export const allocateSupplierPayment = BILLS.allocate(actions.allocateSupplierPayment, PAYMENT);
export const deallocateSupplierPayment = BILLS.deallocate(actions.deallocateSupplierPayment, PAYMENT);

interface TakenBackPayment {
  readonly date: IsoDate;
  readonly reason: string;
  /** What is undone in a foreign currency beside it, of credit notes. */
  readonly beside?: readonly Settlement[];
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
  const settlements = [...reopened.settlements, ...(back.beside ?? [])];
  const differences = await differenceChanges(world, { side: 'payable', settlements, document: payment, posting });
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
