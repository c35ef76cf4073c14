import { Subledger } from '../open-items/subledger.ts';
import { type CreditNote, type Invoice, Invoices } from './invoice.ts';
import type { Receipt } from './receipt.ts';

/** What customers owe: invoices, paid by receipts and credit notes, all of them on account 430. */
export const RECEIVABLES = new Subledger<Invoice, Receipt | CreditNote>({
  side: 'receivable',
  party: 'customer',
  charges: Invoices,
  field: 'invoiceId',
  partyOf: ({ customerId }) => customerId,
});
