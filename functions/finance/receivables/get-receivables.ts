import { ageingOf } from '#domain/finance/receivables/ageing.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';
import { openItems } from './open-items.ts';

export const getReceivables = query(receivables.actions.getReceivables, async ({ records, now }) => {
  const { fiscalYears, timeZone } = await records.need(Companies, COMPANY_ID);
  const date = dateIn(timeZone, now);
  const [invoices, notes, receipts] = await Promise.all([
    openItems(records, Invoices, fiscalYears),
    openItems(records, CreditNotes, fiscalYears),
    openItems(records, Receipts, fiscalYears),
  ]);
  const { open, overdue, ageing } = ageingOf(invoices, date);
  const unappliedCredits = [...notes, ...receipts].reduce((sum, credit) => sum + credit.open, 0);
  return { date, openInvoices: open, overdue, ageing, unappliedCredits, receivable: open - unappliedCredits, count: invoices.length };
});
