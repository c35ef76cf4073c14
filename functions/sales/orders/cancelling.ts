import { present } from '#kernel/assert.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { Customers, expose } from '#domain/crm/customers/customer.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { type CreditNote, CreditNotes, Invoices, billId, creditNoteSeries, numberIn } from '#domain/finance/receivables/invoice.ts';
import { issueCreditNote } from '#domain/finance/receivables/issue.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';
import { readCredit, readDemand } from './order-store.ts';
import { PART_SIZE, releaseParts } from './placing-long.ts';
import { releases } from './stock-changes.ts';

/**
 * Ends a placed order: releases its stock and credit and takes an invoice issued on order back by a credit note, in one
 * transaction. A long order is declared cancelled first, and releases its parts then.
 */
export async function endCancelled(records: Records, order: StoredOrder, cancelled: Order): Promise<StoredOrder> {
  const demand = quantitiesByItem(order.lines.map((line) => ({ line, quantity: line.quantity })));
  const customer = await records.need(Customers, order.customerId);
  const relieved = expose(customer, await readCredit(records, customer), -order.totals.gross);
  const credit = await creditInvoice(records, order, present(cancelled.cancelled, 'the cancellation'));
  const common = [...relieved, ...credit];
  if (demand.size <= PART_SIZE) {
    const stock = releases(await readDemand(records, order, demand));
    return (await records.commit<Order>([update(Orders, order, cancelled), ...stock, ...common]))[0];
  }
  const begun = (await records.commit<Order>([update(Orders, order, { ...cancelled, step: { kind: 'release' } }), ...common]))[0];
  return releaseCancelled(records, begun);
}

/** Releases what a cancelled long order still holds, and ends the step. */
export async function releaseCancelled(records: Records, order: StoredOrder): Promise<StoredOrder> {
  await releaseParts(records, order);
  const { step, ...rest } = order;
  return (await records.commit<Order>([update(Orders, order, rest as StoredOrder)]))[0];
}

/** The credit note over the order's invoice. What was paid on it stays open on the credit note, to be refunded or used. */
async function creditInvoice(records: Records, order: StoredOrder, { date, reason }: { date: string; reason: string }): Promise<Change[]> {
  const [invoiceId] = order.invoiceIds;
  if (!invoiceId) return [];
  const invoice = await records.need(Invoices, invoiceId);
  const series = creditNoteSeries(date);
  const count = await nextNumber(records, CreditNotes, (n) => billId(series, n));
  const id = billId(series, count);
  const { entry, open, allocations, dueDate, reminders, shipmentId, operationDate, id: _id, rev, history, ...billed } = invoice;
  const { creditNote, draft } = issueCreditNote({ ...billed, number: numberIn(series, count), date }, { reason, corrects: invoiceId });
  const { entries, change } = post(await records.get(Gates, gateIdFor(date, id)), [draft]);
  const applied = Math.min(invoice.open, creditNote.open);
  const settled: CreditNote = { ...creditNote, entry: entries[0] as Entry };
  const changes = [createNext(CreditNotes, id, applied > 0 ? settle(settled, invoiceId, date, applied, 'body') : settled), change];
  return applied > 0 ? [...changes, update(Invoices, invoice, settle(invoice, id, date, applied, 'body'))] : changes;
}
