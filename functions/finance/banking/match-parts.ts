import { Customers } from '#domain/crm/customers/customer.ts';
import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import type { MatchedPart, StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { returnCodeOf } from '#domain/finance/banking/line-return.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { netsInBase } from '#domain/finance/currencies/exchange-rate.ts';
import { type EntryLine, lineIn } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { accountId, OwnAccounts } from '#domain/finance/ledger/own-account.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { withReturn } from '#domain/finance/treasury/run-actions.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Amount, BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { cut } from '#kernel/text.ts';
import { requirePermission } from '#runtime/caller.ts';
import { notFound } from '#runtime/records.ts';
import { requireDimensions } from '../analysis/dimensions.ts';
import type { World } from '../currencies/differences.ts';
import { exchangeFor, moneyIn } from '../currencies/rates.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { payOut, requirePayable, takePaymentBack } from '../payables/payments.ts';
import { receiveMoney } from '../receivables/record-receipt.ts';
import { payBack } from '../receivables/record-refund.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import type { PostingSession } from '../service.ts';
import { creditsUsed, laterInPlace, supplierCreditsUsed } from './used-credits.ts';

/** What a match works with: one posting for all that it makes. */
export interface Matching extends World {
  readonly company: StoredCompany;
  readonly line: StoredBankLine;
  readonly account: StoredBankAccount;
  readonly posting: PostingSession;
  /** By which the posting is numbered. */
  readonly document: string;
  readonly date: IsoDate;
  /** Of an account in a foreign currency, the rate that was told. */
  readonly rate?: string | undefined;
}

/** What a part has come to: the documents that it made or tied, and their changes. */
export interface MatchedResult {
  readonly parts: readonly MatchedPart[];
  readonly changes: readonly Change[];
}

const one = (part: MatchedPart, changes: readonly Change[]): MatchedResult => ({ parts: [part], changes });
const at = (i: number, field: string): string => `body.parts.${i}.${field}`;

/** Money of the line in the books: that of a foreign currency with its rate, or with the euros that an account in euros had of it. */
export async function lineMoney({ records, account, date, rate }: Matching, minor: Minor, paid: Amount | undefined, i: number) {
  const { account: code, currency } = account;
  if (currency === BASE_CURRENCY && !paid) return { account: code, amount: minor, foreign: undefined, keeps: false };
  if (paid && currency !== BASE_CURRENCY)
    throw invalid('bank_line.paid', `The account is in ${currency}: what was paid is what is on the line.`, at(i, 'paid'), { currency });
  const amount = paid ?? { minor, currency };
  return moneyIn(records, { amount, inEuros: paid && minor, rate, field: at(i, 'amount'), method: 'bank', account: code }, date);
}

/** Documents take what is in their currency. */
const allotted = (id: string, amount: Minor, { foreign }: { readonly foreign?: { readonly currency: string } | undefined }) =>
  foreign ? { id, amount, currency: foreign.currency } : { id, amount };

/** A receipt of a customer with the invoices that it pays. */
export async function matchReceipt(world: Matching, part: PartOf<'receipt'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting } = world;
  requirePermission(caller, 'payments.receive');
  const { customerId, amount, paid, allocations = [], credits = [], reference } = part;
  const [money, customer, found] = await Promise.all([
    lineMoney(world, amount, paid, i),
    records.getOrThrow(Customers, customerId, at(i, 'customerId')),
    records.getMany(
      Invoices,
      allocations.map(({ invoiceId }) => invoiceId),
    ),
  ]);
  const id = newId('rcp', String(i));
  const payment = { id, customer, method: 'bank' as const, ...money, ...defined({ reference }) };
  const requested = allocations.map((one) => allotted(one.invoiceId, one.amount, money));
  const used = await creditsUsed(records, credits, { found, date: world.date, currency: money.foreign?.currency, at: at(i, 'credits') });
  const changes = await receiveMoney(world, posting, { payment, requested, found: used.found, beside: used.settlements });
  const told = credits.map(({ creditNoteId: note, invoiceId: invoice, amount: taken }) => ({ note, invoice, amount: taken }));
  return one({ as: 'receipt', id, amount, ...(told.length > 0 ? { credits: told } : {}) }, laterInPlace(used.changes, changes));
}

/** A payment to a supplier with the bills that it pays. */
export async function matchPayment(world: Matching, part: PartOf<'payment'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting } = world;
  requirePermission(caller, 'payables.pay');
  const { supplierId, amount, paid, allocations = [], credits = [], reference, confirmed = false } = part;
  const [money, supplier, found] = await Promise.all([
    lineMoney(world, amount, paid, i),
    records.getOrThrow(Suppliers, supplierId, at(i, 'supplierId')),
    records.getMany(
      SupplierBills,
      allocations.map(({ billId }) => billId),
    ),
  ]);
  const id = newId('spa', String(i));
  const used = await supplierCreditsUsed(records, credits, {
    ...{ found, date: world.date, currency: money.foreign?.currency, at: at(i, 'credits') },
  });
  const changes = await payOut(world, posting, {
    ...{ id, supplier, bills: used.found, beside: used.settlements, told: paid ?? { minor: amount, currency: world.account.currency } },
    ...(await requirePayable(world, supplier, confirmed)),
    money: { method: 'bank', ...money, ...defined({ reference }) },
    requested: allocations.map((each) => allotted(each.billId, each.amount, money)),
  });
  const taken = credits.map(({ creditNoteId: note, billId: invoice, amount: of }) => ({ note, invoice, amount: of }));
  return one({ as: 'payment', id, amount: -amount, ...(taken.length > 0 ? { credits: taken } : {}) }, laterInPlace(used.changes, changes));
}

/** What is paid back to a customer, of a receipt or a credit note. */
export async function matchRefund(world: Matching, { from, amount }: PartOf<'refund'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting } = world;
  requirePermission(caller, 'payments.refund');
  const [money, source] = await Promise.all([
    lineMoney(world, amount, undefined, i),
    prefixOf(from) === Receipts.prefix
      ? records.getOrThrow(Receipts, from, at(i, 'from'))
      : records.getOrThrow(CreditNotes, from, at(i, 'from')),
  ]);
  const id = newId('rfd', String(i));
  const changes = await payBack(world, Promise.resolve(posting), { id, source, method: 'bank', ...money });
  return one({ as: 'refund', id, amount: -amount }, changes);
}

/** Everything that is told by an account is one entry, with what the bank wrote. */
export async function matchEntries(world: Matching, parts: readonly PartOf<'entry'>[]): Promise<MatchedResult> {
  if (parts.length === 0) return { parts: [], changes: [] };
  const { records, newId, posting, account, line, date } = world;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  const all = await entryLines(world, parts);
  await Promise.all([
    requireAccounts(
      records,
      all.map((each) => ({ account: each.account, currency: each.foreign?.currency })),
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

/**
 * Lines of an entry in euros, that of the bank first: of a foreign currency at the rate of the day, the parts as they come to what the
 * bank has. Another account in the same currency is told in that too.
 */
async function entryLines({ records, account, date, rate }: Matching, parts: readonly PartOf<'entry'>[]): Promise<EntryLine[]> {
  const { account: code, currency } = account;
  const exchange = await exchangeFor(records, { currency, rate, date });
  const amounts = netsInBase(
    parts.map((part) => part.amount),
    exchange,
  );
  const own = exchange
    ? await records.getMany(
        OwnAccounts,
        parts.map((part) => accountId(part.account)),
      )
    : [];
  const sum = (of: readonly Minor[]) => of.reduce((total, each) => total + each, 0);
  const inIt = (line: EntryLine, minor: Minor, keeps = true) => lineIn(line, exchange && keeps ? { currency, amount: minor } : undefined);
  return [
    inIt({ account: code, amount: sum(amounts) }, sum(parts.map((part) => part.amount))),
    ...parts.map((part, i) =>
      inIt({ account: part.account, amount: -(amounts[i] ?? 0), ...entryDetails(part) }, -part.amount, own[i]?.currency === currency),
    ),
  ];
}

const entryDetails = ({ party, dimensions, text }: PartOf<'entry'>) => ({
  ...(party ? { party } : {}),
  ...(dimensions ? { dimensions } : {}),
  ...(text ? { text } : {}),
});

/** A receipt or a payment that the bank gave back; a payment of a run says so. */
export async function matchReversal(world: Matching, { documentId, reason }: PartOf<'reversal'>, i: number): Promise<MatchedResult> {
  const { records, caller, posting, date, line, account } = world;
  const back = { date, posting, reason: reason ?? (cut(line.returnReason ?? line.text, 200) || 'Devuelto por el banco') };
  const part = (id: string, lines: readonly Moved[]) => ({
    as: 'reversal' as const,
    id,
    amount: -movedOn(lines, account),
    made: true as const,
  });
  if (prefixOf(documentId) === Receipts.prefix) {
    requirePermission(caller, 'payments.receive');
    const receipt = await records.getOrThrow(Receipts, documentId, at(i, 'documentId'));
    const { id, changes } = await takeReceiptBack(world, receipt, back);
    return one(part(id, receipt.entry.lines), changes);
  }
  requirePermission(caller, 'payables.pay');
  const payment = await records.get(SupplierPayments, documentId);
  if (!payment) throw notFound(SupplierPayments.kind, documentId, at(i, 'documentId'));
  const changes = await takePaymentBack(world, payment, back);
  const id = world.newId('prv', payment.id);
  const run = payment.paymentRunId === undefined ? undefined : await records.get(PaymentRuns, payment.paymentRunId);
  const no = run?.payments.find(({ paymentId }) => paymentId === payment.id)?.no;
  const returned = { by: caller.email, on: date, code: returnCodeOf(line), reversalId: id };
  const told = run && no !== undefined ? [update(PaymentRuns, run, withReturn(run, no, returned))] : [];
  return one(part(id, payment.entry.lines), [...changes, ...told]);
}

type Moved = Pick<EntryLine, 'account' | 'amount' | 'foreign'>;
/** What an entry moves on a bank account, in its currency. */
export const movedOn = (lines: readonly Moved[], { account, currency }: Pick<StoredBankAccount, 'account' | 'currency'>): Minor =>
  lines.reduce(
    (sum, line) => (line.account === account ? sum + (currency === BASE_CURRENCY ? line.amount : movedIn(line, currency)) : sum),
    0,
  );
const movedIn = ({ foreign }: Moved, currency: string): Minor => (foreign?.currency === currency ? foreign.amount : 0);

/** What an entry moves beside accounts at banks, by account, signed as the bank has it. */
export function movedBeside(lines: readonly Moved[], banks: ReadonlyMap<string, unknown>): Readonly<Record<string, Minor>> {
  const by: Record<string, Minor> = {};
  for (const { account, amount } of lines) if (!banks.has(account)) by[account] = (by[account] ?? 0) - amount;
  return by;
}
