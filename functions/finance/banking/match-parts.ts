import { Customers } from '#domain/crm/customers/customer.ts';
import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import type { MatchedPart, StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { Suppliers } from '#domain/finance/payables/supplier.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { SupplierPayments } from '#domain/finance/payables/supplier-payment.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create } from '#kernel/record.ts';
import { cut } from '#kernel/text.ts';
import { requirePermission } from '#runtime/caller.ts';
import { notFound } from '#runtime/records.ts';
import { requireDimensions } from '../analysis/dimensions.ts';
import type { World } from '../currencies/differences.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { payOut, requirePayable, takePaymentBack } from '../payables/payments.ts';
import { receiveMoney } from '../receivables/record-receipt.ts';
import { payBack } from '../receivables/record-refund.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import type { PostingSession } from '../service.ts';

/** What a match works with: one posting for all that it makes. */
export interface Matching extends World {
  readonly company: StoredCompany;
  readonly line: StoredBankLine;
  readonly account: StoredBankAccount;
  readonly posting: PostingSession;
  readonly date: IsoDate;
}

/** What a part has come to: the documents that it made or tied, and their changes. */
export interface MatchedResult {
  readonly parts: readonly MatchedPart[];
  readonly changes: readonly Change[];
}

const one = (part: MatchedPart, changes: readonly Change[]): MatchedResult => ({ parts: [part], changes });
const at = (i: number, field: string): string => `body.parts.${i}.${field}`;

/** A receipt of a customer with the invoices that it pays. */
export async function matchReceipt(world: Matching, part: PartOf<'receipt'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting, account } = world;
  requirePermission(caller, 'payments.receive');
  const { customerId, amount, allocations = [], reference } = part;
  const [customer, found] = await Promise.all([
    records.getOrThrow(Customers, customerId, at(i, 'customerId')),
    records.getMany(
      Invoices,
      allocations.map(({ invoiceId }) => invoiceId),
    ),
  ]);
  const id = newId('rcp', String(i));
  const payment = { id, customer, method: 'bank' as const, amount, account: account.account, ...defined({ reference }) };
  const requested = allocations.map((one) => ({ id: one.invoiceId, amount: one.amount }));
  const changes = await receiveMoney(world, posting, { payment, requested, found });
  return one({ as: 'receipt', id, amount }, changes);
}

/** A payment to a supplier with the bills that it pays. */
export async function matchPayment(world: Matching, part: PartOf<'payment'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting, account } = world;
  requirePermission(caller, 'payables.pay');
  const { supplierId, amount, allocations = [], reference, confirmed = false } = part;
  const [supplier, bills] = await Promise.all([
    records.getOrThrow(Suppliers, supplierId, at(i, 'supplierId')),
    records.getMany(
      SupplierBills,
      allocations.map(({ billId }) => billId),
    ),
  ]);
  const id = newId('spa', String(i));
  const changes = await payOut(world, posting, {
    ...{ id, supplier, bills, told: { minor: amount, currency: BASE_CURRENCY } },
    ...(await requirePayable(world, supplier, confirmed)),
    money: { method: 'bank', amount, account: account.account, ...defined({ reference }) },
    requested: allocations.map((each) => ({ id: each.billId, amount: each.amount })),
  });
  return one({ as: 'payment', id, amount: -amount }, changes);
}

/** What is paid back to a customer, of a receipt or a credit note. */
export async function matchRefund(world: Matching, { from, amount }: PartOf<'refund'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting, account } = world;
  requirePermission(caller, 'payments.refund');
  const source = await (prefixOf(from) === Receipts.prefix
    ? records.getOrThrow(Receipts, from, at(i, 'from'))
    : records.getOrThrow(CreditNotes, from, at(i, 'from')));
  const id = newId('rfd', String(i));
  const changes = await payBack(world, Promise.resolve(posting), { id, source, method: 'bank', amount, account: account.account });
  return one({ as: 'refund', id, amount: -amount }, changes);
}

/** Everything that is told by an account is one entry, with what the bank wrote. */
export async function matchEntries(world: Matching, parts: readonly PartOf<'entry'>[]): Promise<MatchedResult> {
  if (parts.length === 0) return { parts: [], changes: [] };
  const { records, newId, posting, account, line, date } = world;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const lines = parts.map((part) => ({ account: part.account, amount: -part.amount, ...entryDetails(part) }));
  const all = [{ account: account.account, amount }, ...lines];
  await Promise.all([
    requireAccounts(
      records,
      all.map((each) => each.account),
      date,
      (no) => at(no - 1, 'account'),
    ),
    requireDimensions(records, all),
  ]);
  const id = newId('man');
  const text = cut(parts[0]?.text ?? [line.partyName, line.text].filter(Boolean).join(' · '), 140) || account.name;
  const entry = posting.add(text, all);
  return one({ as: 'entry', id, amount }, [create(ManualEntries, id, { date, text, entry })]);
}

const entryDetails = ({ party, dimensions, text }: PartOf<'entry'>) => ({
  ...(party ? { party } : {}),
  ...(dimensions ? { dimensions } : {}),
  ...(text ? { text } : {}),
});

/** A receipt or a payment that the bank gave back. */
export async function matchReversal(world: Matching, { documentId, reason }: PartOf<'reversal'>, i: number): Promise<MatchedResult> {
  const { records, caller, posting, date, line } = world;
  const back = { date, posting, reason: reason ?? (cut(line.returnReason ?? line.text, 200) || 'Devuelto por el banco') };
  if (prefixOf(documentId) === Receipts.prefix) {
    requirePermission(caller, 'payments.receive');
    const receipt = await records.getOrThrow(Receipts, documentId, at(i, 'documentId'));
    const { id, changes } = await takeReceiptBack(world, receipt, back);
    return one({ as: 'reversal', id, amount: -movedOn(receipt.entry.lines, world.account.account) }, changes);
  }
  requirePermission(caller, 'payables.pay');
  const payment = await records.get(SupplierPayments, documentId);
  if (!payment) throw notFound(SupplierPayments.kind, documentId, at(i, 'documentId'));
  const changes = await takePaymentBack(world, payment, back);
  return one({ as: 'reversal', id: world.newId('prv', payment.id), amount: -movedOn(payment.entry.lines, world.account.account) }, changes);
}

/** What an entry moves on an account of the chart. */
export const movedOn = (lines: readonly { readonly account: string; readonly amount: Minor }[], account: string): Minor =>
  lines.reduce((sum, each) => (each.account === account ? sum + each.amount : sum), 0);
