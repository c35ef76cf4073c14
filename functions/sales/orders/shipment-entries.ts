import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import type { Shipment } from '#domain/sales/orders/order.ts';
import type { Records } from '#runtime/records.ts';

/** The entries that a shipment posted: its invoice's, and those of its goods issues (several where it was long). */
export async function shipmentEntries(records: Records, shipment: Shipment) {
  const parts = Array.from({ length: Math.ceil(shipment.lines.length / 90) }, (_, i) => goodsIssueId(shipment.id, i + 1));
  const [invoice, issued] = await Promise.all([
    shipment.invoiceId ? records.get(Invoices, shipment.invoiceId) : undefined,
    records.getMany(GoodsIssues, parts),
  ]);
  // An invoice over several shipments is not this shipment's: it came later.
  const own = invoice?.shipmentId === shipment.id ? invoice.entry : undefined;
  return [...issued.map((g) => g?.entry), own].filter((e) => e !== undefined).map(entryView);
}
