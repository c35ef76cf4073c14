import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import type { Shipment } from '#domain/sales/orders/order.ts';
import { BATCH_ITEMS } from '#runtime/batched.ts';
import type { Records } from '#runtime/records.ts';

/** Ids of the goods issues that a shipment may have: none where its goods cost nothing, or its invoice carries the cost. */
export const goodsIssuesOf = ({ id, lines }: Shipment): string[] =>
  Array.from({ length: Math.ceil(lines.length / BATCH_ITEMS) }, (_, i) => goodsIssueId(id, i + 1));

/** The entries that a shipment posted: its invoice's, and those of its goods issues (several where it was long). */
export async function shipmentEntries(records: Records, shipment: Shipment) {
  const invoice = shipment.invoiceId ? await records.get(Invoices, shipment.invoiceId) : undefined;
  // An invoice over several shipments is not this shipment's: it came later.
  const own = invoice?.shipmentId === shipment.id ? invoice.entry : undefined;
  // Where the goods left in one transaction with their invoice, its entry carries the cost too.
  if (own?.lines.some((line) => line.account === ACCOUNT.costOfSales)) return [entryView(own)];
  const issued = await records.getMany(GoodsIssues, goodsIssuesOf(shipment));
  return [...issued.map((g) => g?.entry), own].filter((e) => e !== undefined).map(entryView);
}
