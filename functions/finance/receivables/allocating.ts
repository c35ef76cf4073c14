import type { IsoDate } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { type Change, type Stored, update } from '#kernel/record.ts';
import { type Allocation, Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Records } from '#runtime/records.ts';

export interface Asked { readonly invoiceId: string; readonly amount: number }

interface Source { readonly open: number; readonly allocations: readonly Allocation[]; readonly customerId: string }

/**
 * Takes unapplied credit of one document to invoices: both sides get the allocation, neither more than it has open.
 * @returns the source after, and the changes of the invoices.
 * @throws DomainError `allocation.customer`, `allocation.twice`, `allocation.too_much`, `invoice.not_found`.
 */
export async function allocateTo<S extends Source>(records: Records, source: S & { readonly id: string }, asked: readonly Asked[], date: IsoDate): Promise<{ source: S; changes: Change[] }> {
  const invoices = await records.getMany(Invoices, asked.map((a) => a.invoiceId));
  let after: S & { readonly id: string } = source;
  const changes = asked.map(({ invoiceId, amount }, i) => {
    const field = `body.allocations.${i}`;
    const invoice = invoices[i];
    if (!invoice) throw invalid('invoice.not_found', `There is no invoice ${invoiceId}.`, `${field}.invoiceId`);
    if (asked.findIndex((a) => a.invoiceId === invoiceId) !== i) throw invalid('allocation.twice', `${invoiceId} stands twice.`, `${field}.invoiceId`);
    if (invoice.customerId !== source.customerId) throw refused('allocation.customer', `${invoiceId} is another customer's.`, `${field}.invoiceId`);
    after = settle(after, invoiceId, date, amount, `${field}.amount`);
    return update(Invoices, invoice, settle(invoice, source.id, date, amount, `${field}.amount`));
  });
  return { source: after, changes };
}

/** What an amount pays, oldest due invoice first; at most 40 invoices. */
export async function oldestFirst(records: Records, customerId: string, amount: number): Promise<Asked[]> {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const open: StoredInvoice[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await listDated(records, Invoices, fiscalYears, { limit: 100, order: 'asc', cursor }, { party: customerId, where: (invoice: Stored<{ open: number }>) => invoice.open > 0 });
    open.push(...page.items);
    cursor = page.nextCursor;
    more = cursor !== undefined && open.length < 100;
  }
  open.sort((a, b) => (a.dueDate === b.dueDate ? (a.id < b.id ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1));
  let left = amount;
  return open.slice(0, 40).flatMap((invoice) => {
    const part = Math.min(left, invoice.open);
    left -= part;
    return part > 0 ? [{ invoiceId: invoice.id, amount: part }] : [];
  });
}
