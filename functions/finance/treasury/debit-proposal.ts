import { refusalOfInRun } from '#domain/finance/open-items/document.ts';
import { refusalOfNothingOpen } from '#domain/finance/open-items/open-item.ts';
import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { CreditNotes, Invoices, type StoredCreditNote, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { proposedDebits, uncollectable } from '#domain/finance/treasury/debit-proposal.ts';
import { earliestCollection } from '#domain/finance/treasury/debit-rules.ts';
import { COLLECT, Mandates, type StoredMandate } from '#domain/finance/treasury/mandate.ts';
import type { LeftOut, PaymentRun } from '#domain/finance/treasury/payment-run.ts';
import { refusalOfLead } from '#domain/finance/treasury/run-actions.ts';
import { MAX_PER_RUN } from '#domain/finance/treasury/run-proposal.ts';
import type { DebitRunInput } from '#domain/finance/treasury/wire.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { type DomainError, invalid, refused, throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { openRecords, openRows } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { runOrderOf } from './run-proposal.ts';

interface World {
  readonly records: Records;
  readonly body: DebitRunInput;
  readonly company: StoredCompany;
  readonly today: IsoDate;
}

/** Invoices that are named, each of which must be one that may be collected. */
async function namedInvoices(records: Records, ids: readonly string[]): Promise<StoredInvoice[]> {
  const found = await records.getMany(Invoices, ids);
  return found.map((invoice, i) => {
    const at = `body.invoiceIds.${i}`;
    if (!invoice) throw notFound(Invoices.kind, ids[i] ?? '', at);
    throwIf(refusalOfNothingOpen(invoice, at) ?? refusalOfInRun(invoice, at));
    return invoice;
  });
}

/** Invoices that are due up to a day and in no run, first due first, as many as a run takes. */
async function dueInvoices(records: Records, until: IsoDate, of: readonly string[] | undefined): Promise<StoredInvoice[]> {
  const invoices: StoredInvoice[] = [];
  const party = of?.length === 1 ? of[0] : undefined;
  for await (const invoice of openRecords(records, Invoices, PAY, { to: addDays(until, 1), party })) {
    if ((!of || of.includes(invoice.customerId)) && invoice.paymentRunId === undefined) invoices.push(invoice);
    if (invoices.length === MAX_PER_RUN) break;
  }
  return invoices;
}

/** Credit notes of these customers that nothing has used, first come first used. */
async function openCredits(records: Records, customers: ReadonlySet<string>): Promise<StoredCreditNote[]> {
  const credits: StoredCreditNote[] = [];
  for await (const note of openRecords(records, CreditNotes, APPLY))
    if (customers.has(note.customerId) && note.paymentRunId === undefined && !note.foreign) credits.push(note);
  return credits;
}

/** Mandates of these customers that may be collected by. */
async function mandatesOf(records: Records, customers: ReadonlySet<string>): Promise<StoredMandate[]> {
  const rows = (await Array.fromAsync(openRows(records.tenant, Mandates, COLLECT))).flat();
  const ids = rows.filter(({ party = '' }) => customers.has(party)).map(({ id }) => id);
  return (await records.getMany(Mandates, ids)).filter((mandate) => mandate !== undefined);
}

/** The run that collects what is asked for, as it shall be proposed. @throws DomainError `debit_run.…`, `payment_run.…`, `document.in_run` (422). */
export async function newDebitRun({ records, body, company, today }: World): Promise<PaymentRun> {
  const { customerIds, invoiceIds, account, version } = body;
  if (invoiceIds && (customerIds || body.until))
    throw invalid('debit_run.choice', 'Name either invoices, or a day and customers, not both.', 'body.invoiceIds');
  if (!isSpanishTaxId(company.taxId))
    throw refused('debit_run.creditor', 'The creditor identifier is made of a Spanish tax id: correct that of the company.', 'body');
  const order = runOrderOf({ body: { iban: body.iban, date: body.date ?? earliestCollection('CORE', today) }, company, today });
  await requireAccounts(records, [account], today);
  const until = invoiceIds ? undefined : (body.until ?? order.date);
  const all = invoiceIds ? await namedInvoices(records, [...new Set(invoiceIds)]) : await dueInvoices(records, until ?? today, customerIds);
  const { collectable: invoices, leftOut: aside } = uncollectable(all);
  const theirs = new Set(invoices.map(({ customerId }) => customerId));
  const [credits, mandates] = await Promise.all([openCredits(records, theirs), mandatesOf(records, theirs)]);
  const { payments, leftOut } = proposedDebits({ invoices, credits, mandates, date: order.date });
  const left = [...aside, ...leftOut];
  if (payments.length === 0) throw nothingToCollect(left[0]);
  throwIf(refusalOfLead({ payments, date: order.date }, today));
  return {
    ...{ kind: 'debit', state: 'proposing', proposedOn: today, ...order, ...defined({ until }), account, version },
    ...{ payments, leftOut: left, makers: [], approvals: [] },
  };
}

const REASONS: Readonly<Record<LeftOut['why'], string>> = {
  no_iban: 'has no IBAN',
  no_mandate: 'has no mandate that is good: enter the signed one first',
  mandate_in_run: 'has a mandate for one collection, which another run makes',
  covered_by_credits: 'has as much in credit notes: allocate those to its invoices',
  foreign_currency: 'owes in a foreign currency: SEPA debits are in euros',
  disputed: 'disputes what is due: end the dispute first',
  no_room: 'has more invoices than a run takes: name some of them',
};

function nothingToCollect(first: LeftOut | undefined): DomainError {
  if (first === undefined)
    return refused('debit_run.nothing', 'There is nothing to collect: no invoice is due up to that day. Take a later one.', 'body.until');
  const { partyName: customer, why } = first;
  return refused('debit_run.nothing', `There is nothing to collect: ${customer} ${REASONS[why]}.`, 'body.until', {
    why: first.why,
    customer,
  });
}
