import { Customers } from '#domain/crm/customers/customer.ts';
import type { StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { documentNumbersIn, type LineCandidate, type LineDocument } from '#domain/finance/banking/line-candidates.ts';
import type { MatchCandidate, MatchLine } from '#domain/finance/banking/match-model.ts';
import { nameTokens } from '#domain/finance/banking/match-text.ts';
import { MATCH_OPTIONS } from '#domain/finance/banking/matching.ts';
import { currencyOf, type OpenItem, openOf } from '#domain/finance/open-items/open-item.ts';
import { APPLY, dueDateIn, PAY } from '#domain/finance/open-items/queues.ts';
import { type SupplierBill, SupplierBills, type SupplierCredit, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { type CreditNote, CreditNotes, type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { Mandates } from '#domain/finance/treasury/mandate.ts';
import { endToEndId } from '#domain/finance/treasury/pain.ts';
import { openPayments, PaymentRuns, runKind, type StoredRun, sumOfPayments } from '#domain/finance/treasury/payment-run.ts';
import { daysBetween } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { numberOf, type RecordType, type Stored } from '#kernel/record.ts';
import { listRecords, readRows } from '#runtime/lists.ts';
import { type OpenRow, openRecords, openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** Rows of the index of what is open that are looked at for a line, by due date: no page is read once there are so many. */
const MAX_ROWS = 10_000;
/** Documents of a kind that are read for a line: as a run has them all, a line is shown what the run has found, as long as no more are open. */
const MAX_DOCUMENTS = 1000;
/** Parties that begin as the name that the bank tells, and those that have its IBAN. */
const MAX_PARTIES = 20;
/** How far a rate may have moved since a document was entered. */
const [LEAST_RATE, MOST_RATE] = [0.9, 1.1];
/** Runs that the bank has. */
const MAX_RUNS = 50;

/** A line with what its counterparty was matched with before. */
type LearntLine = StoredBankLine & Pick<MatchLine, 'learnt'>;

interface PartiesTold {
  /** Customers or suppliers whom the line may be of, by name or by account. */
  readonly ids: ReadonlySet<string>;
  /** Accounts of customers, by their mandates. */
  readonly ibans: ReadonlyMap<string, readonly string[]>;
}

/** Parties whose name begins with the first word that the bank tells, and customers who let us debit the account of the other side. */
async function partiesTold(
  records: Records,
  { partyName, partyIban, learnt = [] }: LearntLine,
  { kind }: typeof Customers | typeof Suppliers,
): Promise<PartiesTold> {
  const [first] = nameTokens(partyName ?? '');
  const list = { order: 'asc', limit: MAX_PARTIES } as const;
  const [named, mandates] = await Promise.all([
    first ? readRows(records.tenant, kind, 'all', undefined, { ...list, from: first, to: first }) : { rows: [] },
    partyIban && kind === Customers.kind ? listRecords(records, Mandates, { ...list, buckets: ['all'], words: partyIban }) : { items: [] },
  ]);
  const ibans = mandates.items.flatMap(({ customerId, iban }) => (iban === partyIban ? [[customerId, [iban]] as const] : []));
  return {
    ids: new Set([...learnt.map(({ to }) => to), ...named.rows.map(({ id }) => id), ...ibans.map(([id]) => id)]),
    ibans: new Map(ibans),
  };
}

/** Numbers that the bank tells, without their zeros: those of documents are the end of their ids. */
const numbersIn = ({ text, reference = '' }: StoredBankLine): ReadonlySet<number> =>
  new Set([...`${text} ${reference}`.matchAll(/\d+/g)].map(([digits]) => Number(digits.slice(-6))));

/** Which of what is open is read: named, of the amount, of a party that is told, about the amount, and then what is due nearest. */
function chosenIds(line: StoredBankLine, rows: readonly OpenRow[], named: readonly string[], { ids }: PartiesTold): string[] {
  // The index has what the books carry, in euros: of a line in another currency the party and the day tell more.
  const size = line.currency === BASE_CURRENCY ? Math.abs(line.amount) : Number.NaN;
  const told = numbersIn(line);
  const rankOf = ({ id, amount, party }: OpenRow): number => {
    if (amount === size || told.has(Number(/\d+$/.exec(id)?.[0] ?? Number.NaN))) return 0;
    if (party !== undefined && ids.has(party)) return 1;
    // By the rate of another day the books carry a document in another currency at somewhat more or less.
    return amount >= size * LEAST_RATE - MATCH_OPTIONS.tolerance && amount <= size * MOST_RATE + MATCH_OPTIONS.maxFee ? 2 : 3;
  };
  const order = rows
    .map((row) => ({ id: row.id, rank: rankOf(row), days: Math.abs(daysBetween(dueDateIn(row.sort), line.date)) }))
    .toSorted((a, b) => a.rank - b.rank || a.days - b.days);
  return [...new Set([...named, ...order.map(({ id }) => id)])].slice(0, MAX_DOCUMENTS);
}

/** What is open of a kind and may be the line. */
async function openDocuments<T>(
  records: Records,
  type: RecordType<T>,
  { line, queue, told, named = [] }: { line: StoredBankLine; queue: string; told: PartiesTold; named?: readonly string[] },
): Promise<Stored<T>[]> {
  const rows: OpenRow[] = [];
  for await (const page of openRows(records.tenant, type, queue)) {
    rows.push(...page);
    if (rows.length >= MAX_ROWS) break;
  }
  const found = await records.getMany(type, chosenIds(line, rows, named, told));
  return found.filter((record) => record !== undefined) as Stored<T>[];
}

type Compared = Pick<MatchCandidate, 'kind' | 'partyIbans' | 'endToEndId'> & {
  readonly sign: 1 | -1;
  readonly numbers?: readonly string[];
  readonly currency?: string;
};

/** A document with what the engine compares. */
export function lineCandidate(
  document: LineDocument,
  { kind, partyIbans, sign, numbers = [document.number], currency = BASE_CURRENCY, endToEndId: told }: Compared,
): LineCandidate {
  const { id, no, date, dueDate, partyId, partyName, open } = document;
  const candidate = {
    ...{ id: no === undefined ? id : `${id}#${no}`, kind, open: sign * open, currency, numbers, date, partyIbans },
    partyNames: partyName === undefined ? [] : [partyName],
    ...defined({ dueDate, partyId, endToEndId: told }),
  };
  return { document, candidate };
}

/** In which currency a document is settled: its own, where the account is in euros. */
export const settledIn = (item: Pick<OpenItem, 'foreign'>, account: string): string =>
  account === BASE_CURRENCY ? currencyOf(item) : account;

/** A document is settled in its own currency: that of the account. */
const isSettledIn = (item: Pick<OpenItem, 'open' | 'foreign'>, currency: string): boolean =>
  openOf(item) > 0 && currencyOf(item) === currency;

/** An invoice as the engine compares it; undefined where a line in the currency settles none of it. */
export function invoiceCandidate(
  invoice: Stored<Invoice>,
  currency: string,
  partyIbans: readonly string[] = [],
): LineCandidate | undefined {
  if (!isSettledIn(invoice, currency)) return undefined;
  const { id, customerId: partyId, customer, number, date, dueDate } = invoice;
  const document = { kind: Invoices.kind, id, number, partyId, partyName: customer.name, date, dueDate, open: openOf(invoice) };
  return lineCandidate(document, { kind: 'invoice', partyIbans, sign: 1, currency });
}

/** The same of a credit note, which is paid back. */
export function creditNoteCandidate(
  note: Stored<CreditNote>,
  currency: string,
  partyIbans: readonly string[] = [],
): LineCandidate | undefined {
  const { id, customerId: partyId, customer, number, date, paymentRunId } = note;
  if (!isSettledIn(note, currency) || paymentRunId) return undefined;
  const document = { kind: CreditNotes.kind, id, number, partyId, partyName: customer.name, date, open: openOf(note) };
  return lineCandidate(document, { kind: 'credit-note', partyIbans, sign: -1, currency });
}

/** The same of a bill that no run has. */
export function billCandidate(bill: Stored<SupplierBill>, currency: string, iban: string | undefined): LineCandidate | undefined {
  if (!isSettledIn(bill, currency) || bill.paymentRunId) return undefined;
  const { id, supplierId: partyId, supplierName: partyName, reference: number, date, dueDate } = bill;
  const document = { kind: SupplierBills.kind, id, number, partyId, partyName, date, dueDate, open: openOf(bill) };
  return lineCandidate(document, { kind: 'bill', partyIbans: iban ? [iban] : [], sign: -1, currency });
}

/** The same of a supplier's credit note, which is taken off its bills. */
export function supplierCreditCandidate(
  note: Stored<SupplierCredit>,
  currency: string,
  iban: string | undefined,
): LineCandidate | undefined {
  if (!isSettledIn(note, currency) || note.paymentRunId) return undefined;
  const { id, supplierId: partyId, supplierName: partyName, reference: number, date } = note;
  const document = { kind: SupplierCredits.kind, id, number, partyId, partyName, date, open: openOf(note) };
  return lineCandidate(document, { kind: 'supplier-credit', partyIbans: iban ? [iban] : [], sign: 1, currency });
}

export async function invoiceCandidates(records: Records, line: LearntLine): Promise<LineCandidate[]> {
  const told = await partiesTold(records, line, Customers);
  const named = documentNumbersIn(line).map((number) => `inv_${number}`);
  const found = await openDocuments(records, Invoices, { line, queue: PAY, told, named });
  return found.flatMap((invoice) => invoiceCandidate(invoice, settledIn(invoice, line.currency), told.ibans.get(invoice.customerId)) ?? []);
}

/** What customers are given back. */
export async function creditNoteCandidates(records: Records, line: LearntLine): Promise<LineCandidate[]> {
  const told = await partiesTold(records, line, Customers);
  const found = await openDocuments(records, CreditNotes, { line, queue: APPLY, told });
  return found.flatMap((note) => creditNoteCandidate(note, line.currency, told.ibans.get(note.customerId)) ?? []);
}

/** What suppliers may pay back. */
export async function supplierCreditCandidates(records: Records, line: LearntLine): Promise<LineCandidate[]> {
  const told = await partiesTold(records, line, Suppliers);
  const found = await openDocuments(records, SupplierCredits, { line, queue: APPLY, told });
  const ibans = await supplierIbans(
    records,
    found.map(({ supplierId }) => supplierId),
  );
  return found.flatMap((note) => supplierCreditCandidate(note, line.currency, ibans.get(note.supplierId)) ?? []);
}

/** IBANs of suppliers, by their ids. */
export async function supplierIbans(records: Records, ids: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const wanted = [...new Set(ids)];
  const found = wanted.length === 0 ? [] : await records.getMany(Suppliers, wanted);
  return new Map(found.map((supplier, i) => [wanted[i] ?? '', supplier?.iban]));
}

export async function billCandidates(records: Records, line: LearntLine): Promise<LineCandidate[]> {
  const told = await partiesTold(records, line, Suppliers);
  const found = (await openDocuments(records, SupplierBills, { line, queue: PAY, told })).filter(
    (bill) => isSettledIn(bill, settledIn(bill, line.currency)) && !bill.paymentRunId,
  );
  const ibans = await supplierIbans(
    records,
    found.map(({ supplierId }) => supplierId),
  );
  // What their suppliers owe us is taken off: as many of them as are read for one line.
  const owing = await openCredits(records, new Set(found.map(({ supplierId }) => supplierId)));
  return [
    ...found.flatMap((bill) => billCandidate(bill, settledIn(bill, line.currency), ibans.get(bill.supplierId)) ?? []),
    ...owing.flatMap((note) => supplierCreditCandidate(note, line.currency, ibans.get(note.supplierId)) ?? []),
  ];
}

async function openCredits(records: Records, suppliers: ReadonlySet<string>): Promise<Stored<SupplierCredit>[]> {
  if (suppliers.size === 0) return [];
  const rows: OpenRow[] = [];
  for await (const page of openRows(records.tenant, SupplierCredits, APPLY)) {
    rows.push(...page.filter(({ party }) => party !== undefined && suppliers.has(party)));
    if (rows.length >= MAX_DOCUMENTS) break;
  }
  const found = await records.getMany(
    SupplierCredits,
    rows.slice(0, MAX_DOCUMENTS).map(({ id }) => id),
  );
  return found.filter((note) => note !== undefined);
}

/** A run and the payments of it, of some amount or of any. */
export function ofRun(run: StoredRun, amount?: Minor): LineCandidate[] {
  const sign = runKind(run) === 'debit' ? 1 : -1;
  const of = { kind: PaymentRuns.kind, id: run.id, number: numberOf(PaymentRuns, run.id), date: run.date };
  const payments = openPayments(run);
  const open = sumOfPayments(payments);
  const isOf = (minor: Minor): boolean => amount === undefined || sign * minor === amount;
  const whole = isOf(open) ? [{ document: { ...of, open }, partyIbans: [], numbers: [of.number] }] : [];
  const single = payments.length < 2 ? [] : payments.filter((payment) => isOf(payment.amount));
  const each = single.map(({ no, partyId, partyName, iban, charges, amount: theirs }) => ({
    ...{ document: { ...of, no, partyId, partyName, open: theirs }, partyIbans: [iban] },
    numbers: [of.number, ...charges.map(({ reference }) => reference)],
    endToEndId: endToEndId(run.id, { no }),
  }));
  return [...whole, ...each].map(({ document, ...compared }) => lineCandidate(document, { kind: 'run-payment', sign, ...compared }));
}

/** Runs that the bank has: as a whole, or one payment of it. */
export async function runCandidates(records: Records, line: StoredBankLine, account: string): Promise<LineCandidate[]> {
  const found: LineCandidate[] = [];
  let runs = 0;
  for await (const run of openRecords(records, PaymentRuns, 'execute')) {
    if (run.account === account) found.push(...ofRun(run, line.amount));
    runs += 1;
    if (runs >= MAX_RUNS) break;
  }
  return found;
}
