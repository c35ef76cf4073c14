import { BankLines, type MatchedPart } from '#domain/finance/banking/bank-line.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { billSplit, linesOfBill } from '#domain/finance/banking/rule-bill.ts';
import { paperNumber } from '#domain/finance/open-items/paper-number.ts';
import { payableOf } from '#domain/finance/open-items/purchase-entry.ts';
import { BillInput, type SupplierBill, SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { assertDefined } from '#kernel/assert.ts';
import { refused } from '#kernel/errors.ts';
import { BASE_CURRENCY, minorText } from '#kernel/money.ts';
import { type Change, create, numberOf, type Stored } from '#kernel/record.ts';
import { type Caller, requirePermission } from '#runtime/caller.ts';
import { parseInput } from '#runtime/parse.ts';
import { WORKER } from '#runtime/record-item.ts';
import { readNumbers } from '../paper-numbers.ts';
import { enterBill, requireNew, takeBillBack } from '../payables/bills.ts';
import { payOut, takePaymentBack } from '../payables/payments.ts';
import { requireNoRival } from './bill-rivals.ts';
import type { MatchedResult, Matching } from './match-parts.ts';
import type { Undoing } from './run-undo.ts';
import { afterOf, isUpdate, laterInPlace } from './used-credits.ts';

const amountOf = (minor: number) => ({ amount: minorText(minor), currency: BASE_CURRENCY });

/** What the paper of the bill would say: its number is that of the line, since the bank tells no other. */
function bodyOf({ line, date }: Matching, part: PartOf<'bill'>) {
  const split = billSplit(part, part.amount, line.date);
  const lines = linesOfBill(part, split).map(({ net, ...one }) => ({ ...one, net: amountOf(net) }));
  const total = amountOf(part.amount + split.withheld);
  const paper = { reference: numberOf(BankLines, line.id), date: line.date, receivedOn: date, dueDate: date, lines, total };
  return parseInput(BillInput, { supplierId: part.supplierId, withholding: part.withholding ?? 'none', ...paper }, 'body');
}

/** The bill as it is once it is paid: it is entered and paid in one transaction. */
const paidAs = (entered: readonly Change[], changes: readonly Change[], id: string): Change[] => {
  const paid = changes.filter(isUpdate).find(({ before }) => before.id === id);
  const data = assertDefined(paid, 'the bill that was paid').data as SupplierBill;
  return [
    create(SupplierBills, id, data),
    ...entered.filter((change) => change.op !== 'create' || change.id !== id),
    ...changes.filter((change) => change !== paid),
  ];
};

/**
 * Enters a supplier's bill and pays it by the line, in one posting. One person does both only where they may pay alone.
 * @throws DomainError `bank_line.bill_…`, `bill.…`, `payment.same_person` (422).
 */
export async function matchBill(world: Matching, part: PartOf<'bill'>, i: number): Promise<MatchedResult> {
  const { records, account, caller, company, today, newId, posting } = world;
  requirePermission(caller, 'payables.write');
  requirePermission(caller, 'payables.pay');
  if (account.currency !== BASE_CURRENCY)
    throw refused('bank_line.bill_currency', `Bills are entered from accounts in ${BASE_CURRENCY}.`, `body.parts.${i}.amount`, {
      currency: account.currency,
    });
  const body = bodyOf(world, part);
  const [supplier, [number], meanwhile] = await Promise.all([
    records.getOrThrow(Suppliers, part.supplierId, `body.parts.${i}.supplierId`),
    readNumbers(records, 'bil', [paperNumber('bil', part.supplierId, body)]),
    requireNoRival(world, part, i),
  ]);
  await requireNew('bil', { records, body, supplier, claim: undefined }, number?.takenBy);
  const billId = assertDefined(number, 'the number of a paper').id;
  const entered = await enterBill({ records, today, company, caller }, billId, { body, supplier, within: posting });
  const bill = storedBill(entered[0] as Extract<Change, { op: 'create' }>, caller);
  const id = newId('spa', String(i));
  const changes = await payOut(world, posting, {
    ...{ id, supplier, bills: [bill], before: 0, told: { minor: part.amount, currency: BASE_CURRENCY } },
    money: { method: 'bank', amount: part.amount, account: account.account, keeps: false },
    requested: [{ id: billId, amount: part.amount }],
  });
  return { parts: [{ as: 'bill', id, bill: billId, amount: -part.amount }], changes: [...paidAs(entered, changes, billId), ...meanwhile] };
}

/** A bill that is about to be there: who enters it does not pay it, as elsewhere. What the program does with a statement is nobody's. */
const storedBill = ({ id, data }: Extract<Change, { op: 'create' }>, { email: by }: Caller) =>
  ({ ...data, id, rev: 0, history: by === WORKER ? [] : [{ by }] }) as unknown as Stored<SupplierBill>;

/** Reverses the payment of a bill, and the bill that was entered with it: nobody has seen a paper of that. */
export async function billUndone(world: Undoing, { id, bill: billId = '' }: MatchedPart): Promise<readonly Change[] | undefined> {
  const { records, date, reason, posting } = world;
  const [payment, bill] = await Promise.all([records.getOrThrow(SupplierPayments, id), records.getOrThrow(SupplierBills, billId)]);
  const paid: readonly Change[] = payment.reversal ? [] : await takePaymentBack(world, payment, { date, reason, posting });
  const change = paid.filter(isUpdate).find(({ before }) => before.id === billId);
  const reopened = change ? afterOf<SupplierBill>(change) : bill;
  if (reopened.reversal) return paid.length > 0 ? paid : undefined;
  // Its payment was reversed by itself, and another has paid the bill since: that stays.
  if (payment.reversal && bill.open < payableOf(bill)) return undefined;
  return laterInPlace(paid, await takeBillBack(world, reopened, { date, reason, within: posting }));
}
