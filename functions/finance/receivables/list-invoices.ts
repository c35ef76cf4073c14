import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { invoiceView, stateOf } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { receivables } from './module.ts';

export const listInvoices = query(receivables.actions.listInvoices, async ({ query: asked, records, now }) => {
  const { fiscalYears, timeZone } = await records.need(Companies, COMPANY_ID);
  const today = dateIn(timeZone, now);
  const { state } = asked;
  const page = await listDated(records, Invoices, fiscalYears, asked, {
    party: asked.customerId,
    // What is overdue is open too.
    where: state && ((invoice) => state.includes(stateOf(invoice, today)) || (state.includes('open') && invoice.open > 0)),
  });
  return { ...page, items: page.items.map((invoice) => invoiceView(invoice, today)) };
});
