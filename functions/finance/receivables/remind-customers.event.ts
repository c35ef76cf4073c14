import { Customers } from '#domain/crm/customers/customer.ts';
import { lateInterest } from '#domain/finance/interest/late-interest.ts';
import { currencyOf, openOf } from '#domain/finance/open-items/open-item.ts';
import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { isDisputed } from '#domain/finance/receivables/dispute.ts';
import { CreditNotes, Invoices, isSimplified, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { type Demand, demandsOf, isLastStep, type Remindable, reminderText } from '#domain/finance/receivables/reminder.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { dunningStepsOf } from '#domain/platform/company/policies.ts';
import { addDays, dateIn, type IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, update } from '#kernel/record.ts';
import { note } from '#runtime/log.ts';
import { sendMail } from '#runtime/mail.ts';
import { openRecords } from '#runtime/open-work.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { ownRates } from '../interest/rates.ts';

const CODE = 'remind-customers';
/** Invoices that one letter asks for: their steps are one transaction. Of more the others come with the next letter. */
const MOST_IN_LETTER = 90;

const round = roundHandler({ code: CODE, once: 'day', visit: remindCompany });

/**
 * Reminds of what is overdue, whatever it came from: every day the customers of each company whose next letter is due, from
 * the index of what is open alone. At most one letter a customer and day.
 */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});

/** What a customer owes past due, and has as credit. */
interface Account {
  readonly overdue: Remindable[];
  readonly credit: Map<string, Minor>;
}

async function remindCompany(records: Records): Promise<number> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const [first] = dunningStepsOf(company.policies);
  if (first === undefined) return 0;
  const today = dateIn(company.timeZone, records.stamp.at);
  const unreadable = new Set<string>();
  const accounts = await overdueAccounts(records, addDays(today, -first), unreadable);
  let failed = unreadable.size;
  for (const [customerId, account] of accounts)
    try {
      await remind(records, company, customerId, account, today);
    } catch (error) {
      failed += noteFailure(CODE, { tenant: records.tenant, record: customerId }, error);
    }
  return failed;
}

/** By customer, what was due until a day, and the credit that is left to use. */
async function overdueAccounts(records: Records, dueUntil: IsoDate, unreadable: Set<string>): Promise<Map<string, Account>> {
  const accounts = new Map<string, Account>();
  for await (const invoice of openRecords(records, Invoices, PAY, { to: `${dueUntil}~` }, unreadable)) {
    // What a run of direct debits collects is not asked for besides, nor what the customer disputes.
    if (invoice.paymentRunId !== undefined || isDisputed(invoice)) continue;
    const account: Account = accounts.get(invoice.customerId) ?? { overdue: [], credit: new Map() };
    account.overdue.push(remindable(invoice));
    accounts.set(invoice.customerId, account);
  }
  if (accounts.size === 0) return accounts;
  for (const type of [CreditNotes, Receipts] as const)
    for await (const unused of openRecords(records, type as typeof Receipts, APPLY, {}, unreadable)) {
      const [credit, currency] = [accounts.get(unused.customerId)?.credit, currencyOf(unused)];
      credit?.set(currency, (credit.get(currency) ?? 0) + openOf(unused));
    }
  return accounts;
}

/** Lines and entry are not kept while a company's invoices are gone through. */
const remindable = ({ id, number, date, dueDate, open, foreign, reminders, remindedOn, disputes }: StoredInvoice): Remindable => ({
  ...{ id, number, date, dueDate, open: foreign?.open ?? open },
  ...(foreign ? { currency: foreign.currency } : {}),
  ...(reminders === undefined ? {} : { reminders }),
  ...(remindedOn === undefined ? {} : { remindedOn }),
  ...(disputes === undefined ? {} : { disputes }),
});

/**
 * Takes the step that is due on each of a customer's invoices. It is told on them before the mail leaves: after a crash
 * between, a customer gets one reminder too few, never two.
 */
async function remind(records: Records, company: StoredCompany, customerId: string, account: Account, today: IsoDate): Promise<void> {
  const demands = demandsOf(account.overdue, account.credit, dunningStepsOf(company.policies), today).slice(0, MOST_IN_LETTER);
  if (demands.length === 0) return;
  const ids = demands.map(({ invoice }) => invoice.id);
  const [customer, invoices] = await Promise.all([records.getOrThrow(Customers, customerId), records.getMany(Invoices, ids)]);
  const to = customer.email ?? invoices.at(-1)?.customer.email;
  if (!to) return;
  const reminded = invoices.flatMap((invoice, i): Change[] =>
    // What was paid, disputed or reminded of since it was looked at is left alone.
    invoice && !isDisputed(invoice) && openOf(invoice) === demands[i]?.invoice.open && invoice.reminders === demands[i]?.invoice.reminders
      ? [update(Invoices, invoice, { ...invoice, reminders: (invoice.reminders ?? 0) + 1, remindedOn: today })]
      : [],
  );
  if (reminded.length < demands.length) return;
  // All that the letter says is there before it is told as sent.
  const letter = reminderText(await withInterest(records, company, demands, invoices, today), company, today);
  await records.commit(reminded);
  await sendMail({ to, replyTo: company.email, ...letter });
}

/**
 * What the last letter asks businesses for besides. A simplified invoice is of a consumer, for all that is known; of a half-year
 * whose rate nobody has confirmed, nothing is asked for yet.
 */
async function withInterest(
  records: Records,
  { policies }: StoredCompany,
  demands: readonly Demand[],
  invoices: readonly (StoredInvoice | undefined)[],
  today: IsoDate,
): Promise<Demand[]> {
  const late = invoices.filter((invoice) => invoice?.customer.taxId && isLastStep(invoice.reminders) && !isSimplified(invoice.number));
  if (policies.lateInterest !== 'claimed' || late.length === 0) return [...demands];
  const own = await ownRates(records, late.map((invoice) => invoice?.dueDate ?? today).sort()[0] ?? today, today);
  return demands.map((demand, i) => {
    const invoice = invoices[i];
    if (!invoice || !late.includes(invoice)) return demand;
    const owed = lateInterest(invoice, today, own);
    return owed.lacking.length > 0 ? demand : { ...demand, late: owed };
  });
}
