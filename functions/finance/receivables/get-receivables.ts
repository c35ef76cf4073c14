import { dateIn, daysBetween } from '#kernel/date.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';
import { openItems } from './open-items.ts';

export const getReceivables = query(receivables.actions.getReceivables, async ({ records, now }) => {
  const company = await records.need(Companies, COMPANY_ID);
  const date = dateIn(company.timeZone, now);
  const [invoices, notes, receipts] = await Promise.all([
    openItems(records, Invoices, company.fiscalYears),
    openItems(records, CreditNotes, company.fiscalYears),
    openItems(records, Receipts, company.fiscalYears),
  ]);
  const sum = (all: readonly { open: number }[]) => all.reduce((total, item) => total + item.open, 0);
  const aged = (from: number, to: number) => sum(invoices.filter((i) => daysBetween(i.dueDate, date) >= from && daysBetween(i.dueDate, date) <= to));
  const openInvoices = sum(invoices);
  const unappliedCredits = sum(notes) + sum(receipts);
  return {
    date, openInvoices, unappliedCredits, receivable: openInvoices - unappliedCredits, count: invoices.length,
    ageing: { notDue: aged(-100_000, 0), days1to30: aged(1, 30), days31to60: aged(31, 60), days61to90: aged(61, 90), over90: aged(91, 1_000_000) },
  };
});
