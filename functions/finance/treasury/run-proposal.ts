import { refusalOfInRun, refusalOfTakenBack } from '#domain/finance/open-items/document.ts';
import { refusalOfNothingOpen } from '#domain/finance/open-items/open-item.ts';
import { refusalOfUnapproved } from '#domain/finance/open-items/payable.ts';
import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { type StoredBill, type StoredCredit, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { makersOf } from '#domain/finance/supplier-payments/payer-rules.ts';
import { type StoredSupplier, Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { bankDayFrom, isBankDay } from '#domain/finance/treasury/bank-days.ts';
import type { LeftOut, PaymentRun } from '#domain/finance/treasury/payment-run.ts';
import { MAX_PER_RUN, proposedPayments } from '#domain/finance/treasury/run-proposal.ts';
import type { PaymentRunInput } from '#domain/finance/treasury/wire.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { type DomainError, invalid, refused, throwIf } from '#kernel/errors.ts';
import { isIban } from '#kernel/iban.ts';
import { defined } from '#kernel/optional.ts';
import { openRecords } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { requireAccounts } from '../ledger/account-store.ts';

/** From (or into) which account, and when. */
type Order = Pick<PaymentRunInput, 'iban' | 'date'>;

interface World {
  readonly records: Records;
  readonly body: PaymentRunInput;
  readonly company: StoredCompany;
  readonly today: IsoDate;
}

/** Bills that are named, each of which must be one that may be paid. */
async function namedBills(records: Records, ids: readonly string[]): Promise<StoredBill[]> {
  const found = await records.getMany(SupplierBills, ids);
  return found.map((bill, i) => {
    const at = `body.billIds.${i}`;
    if (!bill) throw notFound(SupplierBills.kind, ids[i] ?? '', at);
    throwIf(refusalOfTakenBack(bill, at) ?? refusalOfNothingOpen(bill, at) ?? refusalOfUnapproved(bill, at) ?? refusalOfInRun(bill, at));
    return bill;
  });
}

/** Bills that are due up to a day, first due first, as many as a run takes. */
async function dueBills(records: Records, until: IsoDate, of: readonly string[] | undefined): Promise<StoredBill[]> {
  const bills: StoredBill[] = [];
  const party = of?.length === 1 ? of[0] : undefined;
  for await (const bill of openRecords(records, SupplierBills, PAY, { to: addDays(until, 1), party })) {
    if (!of || of.includes(bill.supplierId)) bills.push(bill);
    if (bills.length === MAX_PER_RUN) break;
  }
  return bills;
}

/** Credit notes of these suppliers that nothing has used, first come first used. */
async function openCredits(records: Records, suppliers: ReadonlySet<string>): Promise<StoredCredit[]> {
  const credits: StoredCredit[] = [];
  for await (const note of openRecords(records, SupplierCredits, APPLY))
    if (suppliers.has(note.supplierId) && note.paymentRunId === undefined) credits.push(note);
  return credits;
}

/** Suppliers by id; those that were named must be there, and have an account to pay to. */
async function suppliersFor(records: Records, ids: readonly string[], named: readonly string[] = []): Promise<Map<string, StoredSupplier>> {
  const all = [...new Set([...named, ...ids])];
  const found = await records.getMany(Suppliers, all);
  for (const [i, id] of named.entries()) {
    const at = `body.supplierIds.${i}`;
    if (!found[i]) throw notFound(Suppliers.kind, id, at);
    if (found[i].iban === undefined)
      throw refused('payment_run.supplier_iban', `${found[i].name} has no IBAN: enter it first, or leave the supplier out.`, at, {
        supplier: found[i].name,
      });
  }
  return new Map(found.flatMap((supplier) => (supplier ? [[supplier.id, supplier] as const] : [])));
}

/** The account that pays, and the day on which it does. */
export function runOrderOf({ body, company, today }: Omit<World, 'records' | 'body'> & { readonly body: Order }) {
  const { iban = company.iban, date = bankDayFrom(today) } = body;
  if (iban === undefined || !isIban(iban))
    throw refused(
      'payment_run.no_iban',
      'The company has no valid IBAN for the run: enter it in the settings, or give one here.',
      'body.iban',
    );
  if (date < today)
    throw refused(
      'payment_run.past_day',
      `The bank cannot pay on ${date}, which is past: take ${bankDayFrom(today)} or later.`,
      'body.date',
      {
        date,
        next: bankDayFrom(today),
      },
    );
  if (!isBankDay(date))
    throw refused('payment_run.bank_day', `Banks settle no payments on ${date}: take ${bankDayFrom(date)}.`, 'body.date', {
      date,
      next: bankDayFrom(date),
    });
  return { iban, date };
}

/** The same of a run that pays: on the next bank day, where the one that was asked for is none, with that beside it. */
function movedOrder({ body, company, today }: World) {
  const { date: asked, ...rest } = body;
  if (asked === undefined || asked < today || isBankDay(asked)) return runOrderOf({ body, company, today });
  return { ...runOrderOf({ body: { ...rest, date: bankDayFrom(asked) }, company, today }), askedDate: asked };
}

/** The run that pays what is asked for, as it shall be proposed. @throws DomainError `payment_run.…`, `document.in_run` (422). */
export async function newRun(world: World): Promise<PaymentRun> {
  const { records, body, today } = world;
  const { supplierIds, billIds, account, version } = body;
  if (billIds && (supplierIds || body.until))
    throw invalid('payment_run.choice', 'Name either bills, or a day and suppliers, not both.', 'body.billIds');
  const order = movedOrder(world);
  await requireAccounts(records, [account], today);
  const until = billIds ? undefined : (body.until ?? today);
  const bills = billIds ? await namedBills(records, [...new Set(billIds)]) : await dueBills(records, until ?? today, supplierIds);
  const theirs = new Set(bills.map(({ supplierId }) => supplierId));
  const [credits, suppliers] = await Promise.all([openCredits(records, theirs), suppliersFor(records, [...theirs], supplierIds)]);
  const { payments, leftOut } = proposedPayments({ bills, credits, suppliers, until });
  if (payments.length === 0) throw nothingToPay(leftOut[0]);
  const paid = new Set(payments.flatMap((payment) => payment.charges.map(({ id }) => id)));
  const makers = makersOf(bills.filter(({ id }) => paid.has(id)));
  return {
    state: 'proposing',
    proposedOn: today,
    ...order,
    ...defined({ until }),
    account,
    version,
    payments,
    leftOut,
    makers,
    approvals: [],
  };
}

const REASONS: Readonly<Record<LeftOut['why'], string>> = {
  no_iban: 'has no IBAN: enter it first',
  covered_by_credits: 'owes as much by its credit notes: allocate those to its bills',
  foreign_currency: 'is owed in a foreign currency: SEPA transfers are in euros, so record that payment itself',
  no_room: 'has more bills than a payment run takes: name some of them',
  no_mandate: 'has no mandate',
  disputed: 'disputes what is due',
  mandate_in_run: 'has a mandate that is in a run',
};

function nothingToPay(first: LeftOut | undefined): DomainError {
  if (first === undefined)
    return refused('payment_run.nothing', 'There is nothing to pay: no bill is due up to that day. Take a later one.', 'body.until');
  const { partyName: supplier, why } = first;
  return refused('payment_run.nothing', `There is nothing to pay: ${supplier} ${REASONS[why]}.`, 'body.until', {
    why: first.why,
    supplier,
  });
}
