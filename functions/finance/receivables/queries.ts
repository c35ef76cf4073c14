import { serve } from '#runtime/http.ts';
import { getCreditNote } from './get-credit-note.ts';
import { getDraft } from './get-draft.ts';
import { getInvoice } from './get-invoice.ts';
import { getReceipt } from './get-receipt.ts';
import { getReceivables } from './get-receivables.ts';
import { getRefund } from './get-refund.ts';
import { listCreditNotes } from './list-credit-notes.ts';
import { listDrafts } from './list-drafts.ts';
import { listInvoices } from './list-invoices.ts';
import { listReceipts } from './list-receipts.ts';
import { listRefunds } from './list-refunds.ts';
import { receivables } from './module.ts';

export const handler = serve(receivables, {
  getDraft,
  listDrafts,
  listInvoices,
  getInvoice,
  listCreditNotes,
  getCreditNote,
  listReceipts,
  getReceipt,
  listRefunds,
  getRefund,
  getReceivables,
});
