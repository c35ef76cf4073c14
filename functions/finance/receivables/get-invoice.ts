import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { invoiceView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const getInvoice = query(receivables.actions.getInvoice, async ({ path, records, now }) => {
  const [invoice, company] = await Promise.all([
    records.need(Invoices, path.invoiceId, 'path.invoiceId'),
    records.need(Companies, COMPANY_ID),
  ]);
  return invoiceView(invoice, dateIn(company.timeZone, now));
});
