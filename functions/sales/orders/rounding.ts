import { Customers, expose, withoutLimit } from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { isInvoiced } from '#domain/sales/orders/progress.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { readCredit } from './order-store.ts';

/**
 * Invoices over parts of an order round their tax each by itself. With the last of them the customer's exposure, which
 * counted the order's own total until then, takes over the cents by which they differ. Nothing is read where one invoice
 * bills all.
 * @param issued gross of the invoice that this action issues.
 */
export async function roundingChanges(records: Records, before: Order, after: Order, issued: Minor): Promise<Change[]> {
  if (before.invoiceOn !== 'shipment' || before.invoiceIds.length === 0 || !isInvoiced(after)) return [];
  const customer = await records.need(Customers, before.customerId);
  if (customer.creditLimit === undefined) return [];
  const earlier = await records.getMany(Invoices, before.invoiceIds);
  const billed = earlier.reduce((sum, invoice) => sum + (invoice?.totals.gross ?? 0), issued);
  return expose(withoutLimit(customer), await readCredit(records, customer), billed - (before.totals.gross - (before.withdrawn ?? 0)));
}
