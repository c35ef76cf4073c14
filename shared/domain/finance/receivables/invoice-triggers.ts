import { addDays } from '#kernel/date.ts';
import { trigger } from '#kernel/trigger.ts';
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
const amount = ({ totals }: StoredInvoice) => totals.gross;

/** What happens to invoices. */
export const invoiceTriggers = [
  trigger({ name: 'invoice.issued', type: Invoices, at: ({ history }) => history[0]?.at, fields, amount }),
  trigger({
    name: 'invoice.paid',
    type: Invoices,
    at: ({ open, history }) => (open === 0 ? history.at(-1)?.at : undefined),
    fields,
    amount,
  }),
  trigger({
    name: 'invoice.overdue',
    type: Invoices,
    // From the day after on which it was due; what the customer disputes is not late.
    at: (invoice, today) =>
      invoice.open > 0 && invoice.dueDate < today && !isDisputed(invoice) ? `${addDays(invoice.dueDate, 1)}T00:00:00.000Z` : undefined,
    fields,
    amount: ({ open }) => open,
    daily: { queue: PAY },
  }),
];
