import type { PartyDue } from '#domain/finance/open-items/ageing.ts';
import { dueDateIn } from '#domain/finance/open-items/queues.ts';
import { hasParts, openParts, SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** What bills have open by due date: from the index alone, but for those that are open in several parts. */
export async function openBills(records: Records, queue: string): Promise<{ parts: PartyDue[]; count: number }> {
  const rows = (await Array.fromAsync(openRows(records.tenant, SupplierBills, queue))).flat();
  const [several, one] = [rows.filter(({ sort }) => hasParts(sort)), rows.filter(({ sort }) => !hasParts(sort))];
  const found = await records.getMany(
    SupplierBills,
    several.map(({ id }) => id),
  );
  const parts = [
    ...one.map(({ sort, amount, party = '' }) => ({ party, dueDate: dueDateIn(sort), open: amount })),
    ...found.flatMap((bill) => (bill ? openParts(bill).map((part) => ({ ...part, party: bill.supplierId })) : [])),
  ];
  return { parts, count: rows.length };
}
