import { Credits, type Customer, creditId, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { isInvoiced } from '#domain/sales/orders/progress.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, createNext, type RecordType, remove, type Stored } from '#kernel/record.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

/** A first credit limit starts to keep the exposure, from what is open already; taking the limit away ends it. */
export async function creditChange(records: Records, before: StoredCustomer, after: Customer): Promise<Change[]> {
  const had = before.creditLimit !== undefined;
  const has = after.creditLimit !== undefined;
  if (had === has) return [];
  const credit = await records.get(Credits, creditId(before.id));
  if (!has) return credit ? [remove(Credits, credit)] : [];
  return [createNext(Credits, creditId(before.id), { exposure: await openAmountOf(records, before.id) })];
}

/**
 * What a customer has open, from the documents: placed orders not yet invoiced, and open invoices, less unapplied
 * credits. Minor units. Each action keeps it from then on.
 */
async function openAmountOf(records: Records, customerId: string): Promise<Minor> {
  const company = await records.need(Companies, COMPANY_ID);
  const { buckets } = datedBuckets(company.fiscalYears, { order: 'asc' });
  const all = async <T>(type: RecordType<T>): Promise<Stored<T>[]> => {
    const found: Stored<T>[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await listRecords(records, type, { buckets, order: 'asc', limit: 100, cursor, party: customerId });
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found;
  };
  const [orders, invoices, credits, receipts] = await Promise.all([all(Orders), all(Invoices), all(CreditNotes), all(Receipts)]);
  const sum = <T>(list: readonly T[], value: (item: T) => number) => list.reduce((total, item) => total + value(item), 0);
  const grossOf = new Map(invoices.map((i) => [i.id, i.totals.gross]));
  const ordered = sum(
    orders.filter((o) => (o.state === 'placed' && !isInvoiced(o)) || o.state === 'placing'),
    (o) => o.totals.gross - (o.withdrawn ?? 0) - sum(o.invoiceIds, (id) => grossOf.get(id) ?? 0),
  );
  return ordered + sum(invoices, (i) => i.open) - sum(credits, (c) => c.open) - sum(receipts, (r) => r.open);
}
