import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import type { StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '#domain/finance/banking/line-candidates.ts';
import { MemoryCandidateIndex } from '#domain/finance/banking/match-index.ts';
import { ExchangeRateDays, rateIdsFor, rateIn } from '#domain/finance/currencies/exchange-rate.ts';
import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Mandates } from '#domain/finance/treasury/mandate.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { PayrollPayments } from '#domain/hr/payroll/payroll-payment.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { addDays, daysBetween, type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import { BASE_CURRENCY, exponentOf, type Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { everyRecord } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { tellingLines } from './bank-ties.ts';
import { movedOn } from './match-parts.ts';
import { openPay } from './match-pay.ts';
import {
  billCandidate,
  creditNoteCandidate,
  invoiceCandidate,
  ofRun,
  settledIn,
  supplierCreditCandidate,
  supplierIbans,
} from './open-documents.ts';
import { openTransfers } from './transfer-candidates.ts';

/** Days around a line in which money may have been recorded before the bank told of it. */
export const AROUND = 10;

/** All that lines of an account may be: read once, however many lines there are. */
export interface OpenDocuments {
  readonly index: MemoryCandidateIndex;
  readonly open: ReadonlyMap<string, LineCandidate>;
}

/** Accounts that customers let us debit, by customer. */
export async function customerIbans(records: Records): Promise<Map<string, string[]>> {
  const ibans = new Map<string, string[]>();
  for await (const { customerId, iban } of everyRecord(records, Mandates)) ibans.set(customerId, [...(ibans.get(customerId) ?? []), iban]);
  return ibans;
}

/** All that waits in a queue: hundreds at once, where the walk of it would wait for each. */
export async function allOpen<T>(records: Records, type: RecordType<T>, queue: string): Promise<Stored<T>[]> {
  const rows = (await Array.fromAsync(openRows(records.tenant, type, queue))).flat();
  const found = await records.getMany(
    type,
    rows.map(({ id }) => id),
  );
  return found.flatMap((record) => (record && type.open?.(record, record.id)?.queue === queue ? [record] : []));
}

/** Of which company, and of which days the lines are. */
interface Told {
  readonly company: Pick<StoredCompany, 'name'>;
  readonly days: readonly [IsoDate, IsoDate];
}

/**
 * Everything that is open: invoices, credit notes, bills, runs and pay of the account that wait for the bank, and lines of the company's other
 * accounts.
 */
export async function openDocuments(records: Records, of: StoredBankAccount, { company, days }: Told): Promise<OpenDocuments> {
  const { account, currency } = of;
  const [ibans, invoices, notes, bills, credits, runs, pay, transfers] = await Promise.all([
    customerIbans(records),
    allOpen(records, Invoices, PAY),
    allOpen(records, CreditNotes, APPLY),
    allOpen(records, SupplierBills, PAY),
    allOpen(records, SupplierCredits, APPLY),
    allOpen(records, PaymentRuns, 'execute'),
    openPay(records, of, days),
    openTransfers(records, of, company.name, days),
  ]);
  const suppliers = await supplierIbans(
    records,
    [...bills, ...credits].map(({ supplierId }) => supplierId),
  );
  const found = [
    ...invoices.flatMap((invoice) => invoiceCandidate(invoice, settledIn(invoice, currency), ibans.get(invoice.customerId)) ?? []),
    ...notes.flatMap((note) => creditNoteCandidate(note, currency, ibans.get(note.customerId)) ?? []),
    ...bills.flatMap((bill) => billCandidate(bill, settledIn(bill, currency), suppliers.get(bill.supplierId)) ?? []),
    ...credits.flatMap((note) => supplierCreditCandidate(note, currency, suppliers.get(note.supplierId)) ?? []),
    ...runs.filter((run) => run.account === account).flatMap((run) => ofRun(run)),
    ...pay,
    ...transfers,
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
  const found: (Pick<JournalDocument, 'id' | 'bankLine'> & { readonly date: IsoDate; readonly amount: Minor })[] = [];
  const walk = { months, order: 'asc', from: first, to: `${last}~`, account, pace: 100, unreadable: new Set<string>() } as const;
  for await (const { items } of walkJournal(records, walk))
    for (const { document } of items)
      if (document.kind !== PayrollPayments.kind && !document.reversedBy && !document.reverses)
        found.push({
          id: document.id,
          ...defined({ bankLine: document.bankLine }),
          date: document.entry.date,
          amount: movedOn(document.entry.lines, of),
        });
  const lines = await tellingLines(records, found, account);
  const left = Map.groupBy(
    found.filter((_, i) => !lines[i]),
    ({ amount }) => amount,
  );
  return ({ amount, date }) => (left.get(amount) ?? []).some((each) => Math.abs(daysBetween(each.date, date)) <= AROUND);
}

/** What a unit of each currency of what is open was worth on a day, as far as rates are known; undefined where all is in one. */
export async function ratesOf(
  records: Records,
  { open }: Pick<OpenDocuments, 'open'>,
  { currency: own }: StoredBankAccount,
  [from, to]: readonly [IsoDate, IsoDate],
): Promise<((date: IsoDate) => Readonly<Record<string, number>>) | undefined> {
  const currencies = [...new Set([...open.values()].map(({ candidate }) => candidate.currency))].filter((currency) => currency !== own);
  if (own !== BASE_CURRENCY || currencies.length === 0) return undefined;
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  const ids = [...new Set(dates.flatMap(rateIdsFor))];
  const found = await records.getMany(ExchangeRateDays, ids);
  const byId = new Map(ids.map((id, i) => [id, found[i]]));
  return (date) => {
    const days = rateIdsFor(date).map((id) => byId.get(id));
    return Object.fromEntries(
      currencies.flatMap((currency) => {
        const rate = rateIn(days, currency)?.rate;
        return rate === undefined ? [] : [[currency, 10 ** (exponentOf(own) - exponentOf(currency)) / Number(rate)]];
      }),
    );
  };
}
