import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { query } from '#runtime/action.ts';
import { billLink, invoicePrint } from './bill-document.ts';
import { receivables } from './module.ts';

export const getInvoicePdf = query(receivables.actions.getInvoicePdf, async ({ path, records, now }) => {
  const invoice = await records.need(Invoices, path.invoiceId, 'path.invoiceId');
  return billLink(records, 'invoices', invoice.number, (company) => invoicePrint(invoice, company), now);
});
