import { Credits, creditId, expose, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { type Draft, draftValue } from '#domain/finance/receivables/draft.ts';
import { Invoices, partyOf } from '#domain/finance/receivables/invoice.ts';
import { type Billable, invoiceIdOf, postInvoice } from '#domain/finance/receivables/issue.ts';
import type { Role } from '#kernel/action.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';

/** Whether the caller may post into a closed period. */
export const mayAdjust = (roles: readonly Role[]): boolean => roles.includes('owner') || roles.includes('accountant');

/** The change of what the customer has at risk; read only where a limit is kept. `field` is named where the limit refuses. */
export async function exposeBy(records: Records, customer: StoredCustomer, amount: number, field?: string): Promise<Change[]> {
  const credit = customer.creditLimit === undefined ? undefined : await records.get(Credits, creditId(customer.id));
  return expose(customer, credit, amount, field);
}

/** The changes that issue a draft's invoice, with its number and entry. */
export async function issueFromDraft(
  records: Records,
  draft: Draft,
  customer: StoredCustomer,
  date: IsoDate,
  roles: readonly Role[],
): Promise<{ invoiceId: string; changes: Change[] }> {
  const billable: Billable = {
    date,
    customerId: customer.id,
    customer: partyOf(customer),
    ...draftValue(draft, date),
    pricesIncludeTax: draft.pricesIncludeTax,
    ...(draft.notes ? { notes: draft.notes } : {}),
  };
  const count = await nextNumber(records, Invoices, (n) => invoiceIdOf(date, n));
  const gate = await records.get(Gates, gateIdFor(date, invoiceIdOf(date, count)));
  const { invoiceId, changes } = postInvoice(billable, {
    count,
    gate,
    adjusts: mayAdjust(roles),
    paymentDays: draft.paymentDays ?? customer.paymentDays,
  });
  return { invoiceId, changes: [...changes, ...(await exposeBy(records, customer, billable.totals.gross, 'path.draftId'))] };
}
