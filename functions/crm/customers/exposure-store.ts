import {
  type CreditExposure,
  CreditExposures,
  type Customer,
  customerOf,
  exposureId,
  recounted,
  type StoredCustomer,
} from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { isInvoiced } from '#domain/sales/orders/progress.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, createNext, remove, type Stored, UNDER_WAY, update } from '#kernel/record.ts';
import { WriteConflict } from '#runtime/conflicts.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { openBalance } from '../../finance/service.ts';

/**
 * A first credit limit starts to keep the exposure, from what is open already; taking the limit away ends it. What is placed from then
 * on adds to it; what was placed at that very moment is found when it is counted again.
 */
export async function creditChange(records: Records, before: StoredCustomer, after: Customer): Promise<Change[]> {
  const had = before.creditLimit !== undefined;
  const has = after.creditLimit !== undefined;
  if (had === has) return [];
  const credit = await records.get(CreditExposures, exposureId(before.id));
  if (!has) return credit ? [remove(CreditExposures, credit)] : [];
  return [createNext(CreditExposures, exposureId(before.id), { exposure: await exposureBy(records, before.id), counting: {} })];
}

/** Counts an exposure again. Nothing is written where it changed meanwhile: it comes again with the next run. */
export async function recountExposure(records: Records, credit: Stored<CreditExposure>): Promise<void> {
  const counted = await exposureBy(records, customerOf(credit.id));
  try {
    await records.commit([update(CreditExposures, credit, recounted(credit, counted))]);
  } catch (error) {
    if (!(error instanceof WriteConflict)) throw error;
  }
}

/** What a customer's documents come to. Minor units. */
async function exposureBy(records: Records, customerId: string): Promise<Minor> {
  const [ordered, owed] = await Promise.all([orderedBy(records, customerId), openBalance(records, customerId)]);
  return ordered + owed;
}

/** What a customer has ordered and not been invoiced for. Minor units. Each action keeps it from then on. */
async function orderedBy(records: Records, customerId: string): Promise<Minor> {
  const queues = [UNDER_WAY, 'ship', 'goods', 'invoice'].map((queue) =>
    Array.fromAsync(openRecords(records, Orders, queue, { party: customerId })),
  );
  const waiting = (await Promise.all(queues)).flat();
  const orders = waiting.filter((order) => order.state === 'placing' || (order.state === 'placed' && !isInvoiced(order)));
  const invoices = await records.getMany(
    Invoices,
    orders.flatMap((order) => order.invoiceIds),
  );
  const sum = (amounts: readonly Minor[]) => amounts.reduce((total, amount) => total + amount, 0);
  const amounts = orders.map(({ totals, withdrawn = 0 }) => totals.gross - withdrawn);
  return sum(amounts) - sum(invoices.map((invoice) => invoice?.totals.gross ?? 0));
}
