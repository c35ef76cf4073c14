import { addDays, daysBetween } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import { MAX_DAYS_AHEAD, trigger } from '#kernel/trigger.ts';
import { allocatedBy } from '../open-items/open-item.ts';
import { PAY } from '../open-items/queues.ts';
import { isDisputed } from './dispute.ts';
import { Invoices, type StoredInvoice } from './invoice.ts';

const fields = {
  amount: { type: 'money', of: (invoice: StoredInvoice) => invoice.totals.gross },
  open: { type: 'money', of: (invoice: StoredInvoice) => invoice.open },
  customer: { type: 'text', of: (invoice: StoredInvoice) => invoice.customer.name },
  customerId: { type: 'text', of: (invoice: StoredInvoice) => invoice.customerId },
  number: { type: 'text', of: (invoice: StoredInvoice) => invoice.number },
  date: { type: 'date', of: (invoice: StoredInvoice) => invoice.date },
  dueDate: { type: 'date', of: (invoice: StoredInvoice) => invoice.dueDate },
} as const;
const INVOICE = { type: Invoices, fields, amount: ({ totals }: StoredInvoice) => totals.gross };

const isOfCreditNote = (id: string): boolean => prefixOf(id) === 'crn';
/** Steps of an invoice that take nothing off it. */
const ABOUT_PAYMENT_NOT = /dispute|remind/i;
/** Those of a credit: after a payment in full they take nothing off it either. */
const OF_CREDIT = /credit|return/i;

/** When the last of its money came: what is said of it later is no payment, and what was credited in full was never paid. */
function paidAt(invoice: StoredInvoice): string | undefined {
  const { open, allocations, history } = invoice;
  if (open !== 0 || [...allocatedBy(invoice).keys()].every(isOfCreditNote)) return undefined;
  const byCredit = isOfCreditNote(allocations.at(-1)?.with ?? '');
  return history.findLast(({ action }) => !ABOUT_PAYMENT_NOT.test(action) && (byCredit || !OF_CREDIT.test(action)))?.at;
}

/** What happens to invoices. */
export const invoiceTriggers = [
  trigger({ ...INVOICE, name: 'invoice.issued', at: ({ history }) => history[0]?.at }),
  trigger({ ...INVOICE, name: 'invoice.paid', at: paidAt }),
  trigger({
    ...INVOICE,
    name: 'invoice.overdue',
    // From the day after on which it was due; what the customer disputes is not late.
    at: (invoice, today) =>
      invoice.open > 0 && invoice.dueDate < today && !isDisputed(invoice) ? `${addDays(invoice.dueDate, 1)}T00:00:00.000Z` : undefined,
    fields: { ...fields, daysLate: { type: 'number', of: ({ dueDate }, today) => daysBetween(dueDate, today) } },
    amount: ({ open }) => open,
    daily: { queue: PAY },
  }),
  trigger({
    ...INVOICE,
    name: 'invoice.due',
    at: (invoice, today) =>
      invoice.open > 0 && invoice.dueDate >= today && !isDisputed(invoice) ? `${invoice.dueDate}T23:59:59.999Z` : undefined,
    fields: { ...fields, daysLeft: { type: 'number', of: ({ dueDate }, today) => daysBetween(today, dueDate) } },
    amount: ({ open }) => open,
    daily: { queue: PAY, ahead: MAX_DAYS_AHEAD },
  }),
];
