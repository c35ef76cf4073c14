import type { Role } from '#kernel/action.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Change, Stored } from '#kernel/record.ts';
import { type Customer, type StoredCustomer, Credits, creditId, expose } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { type Draft, draftValue } from '#domain/finance/receivables/draft.ts';
import { Invoices, billId, invoiceSeries, numberIn, partyOf } from '#domain/finance/receivables/invoice.ts';
import { postInvoice } from '#domain/finance/receivables/issue.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';

/** Whether the caller may post into a closed period. */
export const mayAdjust = (roles: readonly Role[]): boolean => roles.includes('owner') || roles.includes('accountant');

/** The change of what the customer has at risk; read only where a limit is kept. */
export async function exposeBy(records: Records, customer: StoredCustomer, amount: number): Promise<Change[]> {
  const credit = customer.creditLimit === undefined ? undefined : await records.get(Credits, creditId(customer.id));
  return expose(customer, credit, amount);
}

/** The changes that issue a draft's invoice, with its number and entry. */
export async function issueFromDraft(records: Records, draft: Draft, customer: Stored<Customer>, date: IsoDate, roles: readonly Role[]): Promise<{ invoiceId: string; changes: Change[] }> {
  const { lines, totals } = draftValue(draft, date);
  const series = invoiceSeries(date);
  const count = await nextNumber(records, Invoices, (n) => billId(series, n));
  const invoiceId = billId(series, count);
  const billable = {
    number: numberIn(series, count), date, customerId: customer.id, lines, totals, pricesIncludeTax: draft.pricesIncludeTax,
    customer: partyOf(customer),
    ...(draft.notes ? { notes: draft.notes } : {}),
  };
  const gate = await records.get(Gates, gateIdFor(date, invoiceId));
  const posted = postInvoice(invoiceId, billable, draft.paymentDays ?? customer.paymentDays, gate, mayAdjust(roles));
  return { invoiceId, changes: [...posted.changes, ...(await exposeBy(records, customer, totals.gross))] };
}
