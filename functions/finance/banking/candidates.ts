import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankLines, BankLinks, bankLinkId, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { type Candidate, documentNumbersIn, ranked, reasonsFor } from '#domain/finance/banking/line-candidates.ts';
import { PAY } from '#domain/finance/open-items/queues.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { PaymentRuns, runKind, runTotal } from '#domain/finance/treasury/payment-run.ts';
import { addDays, type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import { numberOf } from '#kernel/record.ts';
import { openRecords, openRows } from '#runtime/open-work.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { naming } from './lines.ts';
import { movedOn } from './match-parts.ts';

/** Documents of one kind that are read for a line: those that the index tells are of its amount, and those that its text names. */
const MOST = 20;
/** Days around a line in which what is in the books already is looked for. */
const AROUND = 10;

/** Ids in a queue that are about so much, by the index alone. */
async function idsOfAmount(tenant: string, type: typeof Invoices | typeof SupplierBills, amount: number): Promise<string[]> {
  const rows = (await Array.fromAsync(openRows(tenant, type as never, PAY))).flat();
  return rows.flatMap((row) => (row.amount === amount ? [row.id] : [])).slice(0, MOST);
}

async function openInvoices(records: Records, line: StoredBankLine): Promise<Candidate[]> {
  const named = documentNumbersIn(line).map((number) => `inv_${number}`);
  const ids = [...new Set([...named, ...(await idsOfAmount(records.tenant, Invoices, line.amount))])];
  const found = (await records.getMany(Invoices, ids.slice(0, 2 * MOST))).filter(
    (invoice) => invoice && invoice.open > 0 && !invoice.foreign,
  );
  return found.flatMap((invoice) => {
    if (!invoice) return [];
    const { id, customerId: partyId, date, dueDate, open } = invoice;
    const partyName = invoice.customer.name;
    const number = numberOf(Invoices, id);
    const of = { kind: Invoices.kind, id, number, partyId, partyName, date, dueDate, open, amount: Math.min(open, line.amount) };
    return [{ ...of, reasons: reasonsFor(line, of) }];
  });
}

async function openBills(records: Records, line: StoredBankLine): Promise<Candidate[]> {
  const ids = await idsOfAmount(records.tenant, SupplierBills, -line.amount);
  const found = await records.getMany(SupplierBills, ids);
  return found.flatMap((bill) => {
    if (!bill || bill.open <= 0 || bill.foreign || bill.paymentRunId) return [];
    const { id, supplierId: partyId, supplierName: partyName, reference: number, date, dueDate, open } = bill;
    const of = { kind: SupplierBills.kind, id, number, partyId, partyName, date, dueDate, open, amount: -Math.min(open, -line.amount) };
    return [{ ...of, reasons: reasonsFor(line, of) }];
  });
}

/** Runs that the bank has: as a whole, or one payment of it. */
async function sentRuns(records: Records, line: StoredBankLine, account: string): Promise<Candidate[]> {
  const runs = await Array.fromAsync(openRecords(records, PaymentRuns, 'execute'));
  return runs.flatMap((run) => {
    const amount = (runKind(run) === 'debit' ? 1 : -1) * runTotal(run);
    if (run.account !== account || amount !== line.amount) return [];
    const number = numberOf(PaymentRuns, run.id);
    const of = { kind: PaymentRuns.kind, id: run.id, number, date: run.date, open: runTotal(run), amount };
    return [{ ...of, reasons: reasonsFor(line, of) }];
  });
}

/** What has moved as much on the account within some days, and no line tells of: it is in the books already. */
async function alreadyPosted(records: Records, line: StoredBankLine, account: string): Promise<Candidate[]> {
  const [from, to]: [IsoDate, IsoDate] = [addDays(line.date, -AROUND), addDays(line.date, AROUND)];
  const months = monthsBetween(monthOf(from), monthOf(to));
  const documents: JournalDocument[] = [];
  const walk = { months, order: 'asc', from, to: `${to}~`, account, pace: 100, unreadable: new Set<string>() } as const;
  for await (const { items } of walkJournal(records, walk)) {
    for (const { document } of items) if (isSame(document, line, account)) documents.push(document);
    if (documents.length >= MOST) break;
  }
  const links = await records.getMany(
    BankLinks,
    documents.map(({ id }) => bankLinkId(id, account)),
  );
  return documents.flatMap(({ id, kind, entry }, i) => {
    if (links[i]) return [];
    const of = { kind, id, number: naming(id).number, partyName: entry.text, date: entry.date };
    const whole = { ...of, open: Math.abs(line.amount), amount: line.amount };
    return [{ ...whole, posted: true, reasons: reasonsFor(line, whole) }];
  });
}

const isSame = ({ entry, reversedBy, reverses }: JournalDocument, line: StoredBankLine, account: string): boolean =>
  !reversedBy && !reverses && movedOn(entry.lines, account) === line.amount;

export const listLineCandidates = query(
  banking.actions.listLineCandidates,
  ({ path }) => ({ line: required(BankLines, path.lineId, 'path.lineId') }),
  async (world) => {
    const { records, line } = world;
    if (line.state !== 'open') return { items: [] };
    const { account } = await records.getOrThrow(BankAccounts, line.bankAccountId);
    const found = await Promise.all([
      line.amount > 0 ? openInvoices(records, line) : openBills(records, line),
      sentRuns(records, line, account),
      alreadyPosted(records, line, account),
    ]);
    const money = (minor: number) => ({ minor, currency: line.currency });
    return { items: ranked(found.flat()).map(({ open, amount, ...each }) => ({ ...each, open: money(open), amount: money(amount) })) };
  },
);
