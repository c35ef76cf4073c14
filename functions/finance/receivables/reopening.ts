import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, update } from '#kernel/record.ts';
import { type Allocation, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { StoredReceipt } from '#domain/finance/receivables/receipt.ts';
import type { Records } from '#runtime/records.ts';

/**
 * Undoes a receipt's allocations: its invoices are open again by the same amounts. Nothing is erased: each side gets a
 * negative allocation. @throws DomainError `receipt.refunded` (422) when part of it was paid back.
 */
export async function reopenInvoices(records: Records, receipt: StoredReceipt, reversalId: string, date: IsoDate): Promise<{ undone: Allocation[]; changes: Change[] }> {
  const refunded = receipt.allocations.find((a) => !a.with.startsWith('inv_'));
  if (refunded) throw refused('receipt.refunded', `Part of this receipt was paid back by ${refunded.with}.`, 'path.receiptId');
  const amounts = new Map<string, number>();
  for (const a of receipt.allocations) amounts.set(a.with, (amounts.get(a.with) ?? 0) + a.amount);
  const invoices = await records.getMany(Invoices, [...amounts.keys()]);
  const changes = invoices.flatMap((invoice) => {
    if (!invoice) return [];
    const amount = amounts.get(invoice.id) ?? 0;
    return [update(Invoices, invoice, { ...invoice, open: invoice.open + amount, allocations: [...invoice.allocations, { with: reversalId, date, amount: -amount }] })];
  });
  const back = [...amounts].map(([id, amount]) => ({ with: id, date, amount: -amount }));
  return { undone: [...receipt.allocations, ...back, { with: reversalId, date, amount: receipt.amount }], changes };
}
