import { Customers } from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { isInvoiced } from '#domain/sales/orders/progress.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { adjustExposure } from '../../finance/service.ts';

/**
 * Invoices over parts of an order round their tax each by itself, and are at the rates of their shipments' days. With the
 * last of them the customer's exposure, which counted the order's own total until then, takes over what they differ by.
 * What was paid in advance it does not count any more, whichever invoice takes it off. Nothing is read where one invoice bills
 * all and takes nothing off, as is most often.
 * @param issued gross of the invoice that this action issues.
 */
export async function roundingChanges(records: Records, before: Order, after: Order, issued: Minor): Promise<Change[]> {
  const relieved = (after.withdrawn ?? 0) - (before.withdrawn ?? 0);
  const expected = before.totals.gross - (after.withdrawn ?? 0);
  const isLast = before.invoiceOn === 'shipment' && isInvoiced(after);
  if (relieved === 0 && (!isLast || (before.invoiceIds.length === 0 && issued === expected))) return [];
  const customer = await records.getOrThrow(Customers, before.customerId);
  if (customer.creditLimit === undefined) return [];
  const earlier = isLast ? await records.getMany(Invoices, before.invoiceIds) : [];
  const billed = earlier.reduce((sum, invoice) => sum + (invoice?.totals.gross ?? 0), issued);
  return adjustExposure(records, customer, (isLast ? billed - expected : 0) - relieved, { ignoringLimit: true });
}
