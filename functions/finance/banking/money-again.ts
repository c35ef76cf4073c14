import { Customers } from '#domain/crm/customers/customer.ts';
import type { ForeignMoney } from '#domain/finance/currencies/exchange-rate.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { type Allocation, currencyOf, type OpenItem, openOf } from '#domain/finance/open-items/open-item.ts';
import type { Allotment } from '#domain/finance/open-items/subledger.ts';
import { PayablesReversals } from '#domain/finance/open-items/supplier-reversal.ts';
import { PAYABLES } from '#domain/finance/payables/payables-actions.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Drafts } from '#domain/finance/receivables/draft.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts } from '#domain/finance/receivables/receipt.ts';
import { newPayment, SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { PaymentRuns, type StoredRun } from '#domain/finance/treasury/payment-run.ts';
import { arrivedAfterAll } from '#domain/finance/treasury/run-settlement.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, plain, remove, type Stored, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { receiveMoney } from '../receivables/record-receipt.ts';
import type { PostingSession } from '../service.ts';

interface Again extends World {
  readonly posting: PostingSession;
}

/** What a document had paid until it was reversed on a day. */
function paidUntil(allocations: readonly Allocation[], day: IsoDate): Map<string, Minor> {
  const paid = new Map<string, Minor>();
  for (const { with: other, date, amount, foreign } of allocations)
    if (date === day && amount < 0) paid.set(other, (paid.get(other) ?? 0) - (foreign ?? amount));
  return paid;
}

/** What it pays again: as much of it as is open still and belongs to no payment run. */
function allotmentsAgain(
  paid: ReadonlyMap<string, Minor>,
  found: readonly (Stored<OpenItem & { readonly paymentRunId?: string }> | undefined)[],
): Allotment[] {
  return found.flatMap((item) => {
    const amount = item && !item.paymentRunId ? Math.min(paid.get(item.id) ?? 0, openOf(item)) : 0;
    return item && amount > 0 ? [{ id: item.id, amount, currency: currencyOf(item) }] : [];
  });
}

const inOrder = <T extends { readonly id: string }>(requested: readonly Allotment[], found: readonly (T | undefined)[]) =>
  requested.map(({ id }) => found.find((item) => item?.id === id));

/** The money's own line of an entry: where it came to, or left from. */
const bankOf = (lines: readonly EntryLine[]): EntryLine | undefined => lines.find(({ party }) => party === undefined);
const partOf = (foreign: ForeignMoney | undefined) =>
  foreign && { currency: foreign.currency, amount: foreign.amount, rate: foreign.rate, date: foreign.rateOf, source: foreign.source };

/** The payment of a run that had come back is paid, as if it never had. */
async function runAgain(records: Records, runId: string | undefined, reversalId: string, paymentId: string): Promise<Change[]> {
  const run: StoredRun | undefined = runId === undefined ? undefined : await records.get(PaymentRuns, runId);
  const returned = run?.payments.find((payment) => payment.returned?.reversalId === reversalId)?.returned;
  if (!run || !returned) return [];
  const draft = returned.draftId === undefined ? undefined : await records.get(Drafts, returned.draftId);
  return [update(PaymentRuns, run, arrivedAfterAll(run, reversalId, paymentId)), ...(draft ? [remove(Drafts, draft)] : [])];
}

/**
 * A receipt whose return was told in error: the money is there. It is received once more and pays what the first had paid; what the bank
 * was said to have taken for the return is taken back, and the draft that charges it goes.
 */
export async function receivedAgain(world: Again, reversalId: string): Promise<Change[]> {
  const { records, posting, newId } = world;
  const reversal = await records.getOrThrow(ReceiptReversals, reversalId);
  const receipt = await records.getOrThrow(Receipts, reversal.receiptId);
  const paid = paidUntil(receipt.allocations, reversal.date);
  const [customer, invoices] = await Promise.all([
    records.getOrThrow(Customers, receipt.customerId),
    records.getMany(Invoices, [...paid.keys()]),
  ]);
  const requested = allotmentsAgain(paid, invoices);
  const bank = bankOf(receipt.entry.lines);
  const { method, amount, foreign, reference, paymentRunId } = receipt;
  const payment = {
    ...{ id: newId('rcp', reversalId), customer, method, amount, foreign: partOf(foreign), keeps: bank?.foreign !== undefined },
    ...defined({ account: bank?.account, reference, paymentRunId }),
  };
  const received = await receiveMoney(world, posting, { payment, requested, found: inOrder(requested, invoices) });
  return [
    ...received,
    ...feeAgain(world, reversalId, reversal.entry.lines, bank?.account),
    ...(await runAgain(records, paymentRunId, reversalId, payment.id)),
  ];
}

/** What the bank was said to have taken for a return, taken back. */
function feeAgain({ posting, newId }: Again, reversalId: string, lines: readonly EntryLine[], account: string = ACCOUNT.bank): Change[] {
  const fee = lines.reduce((sum, line) => (line.account === ACCOUNT.bankCharges ? sum + line.amount : sum), 0);
  if (fee === 0) return [];
  const text = 'Anulación: gastos de devolución';
  const entry = posting.add(text, [
    { account, amount: fee },
    { account: ACCOUNT.bankCharges, amount: -fee },
  ]);
  return [create(ManualEntries, newId('man', reversalId), { date: posting.date, text, entry })];
}

/** A payment to a supplier whose return was told in error: the supplier has the money. */
export async function paidAgain(world: Again, reversalId: string): Promise<Change[]> {
  const { records, posting, newId } = world;
  const reversal = await records.getOrThrow(PayablesReversals, reversalId);
  const before = await records.getOrThrow(SupplierPayments, reversal.documentId);
  const paid = paidUntil(before.allocations, reversal.date);
  const [supplier, bills] = await Promise.all([
    records.getOrThrow(Suppliers, before.supplierId),
    records.getMany(SupplierBills, [...paid.keys()]),
  ]);
  const requested = allotmentsAgain(paid, bills);
  const bank = bankOf(before.entry.lines);
  const { method, amount, foreign, reference, iban, paymentRunId } = before;
  const id = newId('spa', reversalId);
  const payment = newPayment(posting, supplier, {
    ...{ method, amount, foreign: partOf(foreign), keeps: bank?.foreign !== undefined },
    ...defined({ account: bank?.account, reference, iban, paymentRunId }),
  });
  const { credit, changes, settlements } = PAYABLES.allocate({ ...payment, id }, requested, inOrder(requested, bills), posting.date);
  const differences = await differenceChanges(world, { side: 'payable', settlements, document: payment, posting });
  return [
    create(SupplierPayments, id, plain(credit)),
    ...changes,
    ...differences,
    ...(await runAgain(records, paymentRunId, reversalId, id)),
  ];
}
