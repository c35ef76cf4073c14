import { trigger } from '#kernel/trigger.ts';
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

/** What happens to invoices. */
export const invoiceTriggers = [
  trigger({ name: 'invoice.issued', type: Invoices, at: ({ history }) => history[0]?.at, fields, amount: ({ totals }) => totals.gross }),
  trigger({
    name: 'invoice.paid',
    type: Invoices,
    at: ({ open, history }) => (open === 0 ? history.at(-1)?.at : undefined),
    fields,
    amount: ({ totals }) => totals.gross,
  }),
];
