import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLinks, bankLinkId, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '#domain/finance/banking/line-candidates.ts';
import { MemoryCandidateIndex } from '#domain/finance/banking/match-index.ts';
import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Mandates } from '#domain/finance/treasury/mandate.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { addDays, daysBetween, type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { everyRecord } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { movedOn } from './match-parts.ts';
import { billCandidate, creditNoteCandidate, invoiceCandidate, ofRun, supplierIbans } from './open-documents.ts';

/** Days around a line in which money may have been recorded before the bank told of it. */
export const AROUND = 10;

/** All that lines of an account may be: read once, however many lines there are. */
export interface OpenDocuments {
  readonly index: MemoryCandidateIndex;
  readonly open: ReadonlyMap<string, LineCandidate>;
}

async function customerIbans(records: Records): Promise<Map<string, string[]>> {
  const ibans = new Map<string, string[]>();
  for await (const { customerId, iban } of everyRecord(records, Mandates)) ibans.set(customerId, [...(ibans.get(customerId) ?? []), iban]);
  return ibans;
}

/** Everything that is open: invoices, credit notes, bills, and runs of the account that wait for the bank. */
export async function openDocuments(records: Records, { account, currency }: StoredBankAccount): Promise<OpenDocuments> {
  const [ibans, invoices, notes, bills, runs] = await Promise.all([
    customerIbans(records),
    Array.fromAsync(openRecords(records, Invoices, PAY)),
    Array.fromAsync(openRecords(records, CreditNotes, APPLY)),
    Array.fromAsync(openRecords(records, SupplierBills, PAY)),
    Array.fromAsync(openRecords(records, PaymentRuns, 'execute')),
  ]);
  const suppliers = await supplierIbans(
    records,
    bills.map(({ supplierId }) => supplierId),
  );
  const found = [
    ...invoices.flatMap((invoice) => invoiceCandidate(invoice, currency, ibans.get(invoice.customerId)) ?? []),
    ...notes.flatMap((note) => creditNoteCandidate(note, currency, ibans.get(note.customerId)) ?? []),
    ...bills.flatMap((bill) => billCandidate(bill, currency, suppliers.get(bill.supplierId)) ?? []),
    ...runs.filter((run) => run.account === account).flatMap((run) => ofRun(run)),
  ];
  return {
    index: new MemoryCandidateIndex(found.map(({ candidate }) => candidate)),
    open: new Map(found.map((each) => [each.candidate.id, each])),
  };
}

/** Documents that moved an amount on the account and that no line tells of, by the amount: the money may be in the books already. */
export type PostedAmounts = (line: Pick<StoredBankLine, 'amount' | 'date'>) => boolean;

/** What is in the books of some days and no line tells of. */
export async function postedAmounts(
  records: Records,
  of: StoredBankAccount,
  [from, to]: readonly [IsoDate, IsoDate],
): Promise<PostedAmounts> {
  const { account } = of;
  const [first, last] = [addDays(from, -AROUND), addDays(to, AROUND)];
  const months = monthsBetween(monthOf(first), monthOf(last));
  const found: { readonly id: string; readonly date: IsoDate; readonly amount: Minor }[] = [];
  const walk = { months, order: 'asc', from: first, to: `${last}~`, account, pace: 100, unreadable: new Set<string>() } as const;
  for await (const { items } of walkJournal(records, walk))
    for (const { document } of items)
      if (!document.reversedBy && !document.reverses)
        found.push({ id: document.id, date: document.entry.date, amount: movedOn(document.entry.lines, of) });
  const links = await records.getMany(
    BankLinks,
    found.map(({ id }) => bankLinkId(id, account)),
  );
  const left = Map.groupBy(
    found.filter((_, i) => !links[i]),
    ({ amount }) => amount,
  );
  return ({ amount, date }) => (left.get(amount) ?? []).some((each) => Math.abs(daysBetween(each.date, date)) <= AROUND);
}
