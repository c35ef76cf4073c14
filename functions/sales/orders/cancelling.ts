import { Customers, expose } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { creditAll, creditable } from '#domain/finance/receivables/credit.ts';
import { creditInvoice, creditNoteIdOf } from '#domain/finance/receivables/crediting.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import { present } from '#kernel/assert.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';
import { readCredit, readDemand } from './order-store.ts';
import { releaseParts, SHORT_ORDER } from './placing-long.ts';
import { releases } from './stock-changes.ts';

/**
 * Ends a placed order: releases its stock and credit and takes an invoice issued on order back by a credit note, in one
 * transaction. A long order is declared cancelled first, and releases its parts then.
 */
export async function endCancelled(records: Records, order: StoredOrder, cancelled: Order): Promise<StoredOrder> {
  const demand = quantitiesByItem(order.lines.map((line) => ({ line, quantity: line.quantity })));
  const customer = await records.need(Customers, order.customerId);
  const credit = await creditOrder(records, order, present(cancelled.cancelled, 'the cancellation'));
  const common = [...expose(customer, await readCredit(records, customer), -credit.relief), ...credit.changes];
  if (demand.size <= SHORT_ORDER) {
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

/**
 * The credit note over what is left of the order's invoice, and the exposure that ends: the credit note's, or the order's
 * where it was not invoiced. What was paid stays open on the credit note, to be refunded or used.
 */
async function creditOrder(
  records: Records,
  order: StoredOrder,
  { date, reason }: { date: string; reason: string },
): Promise<{ changes: readonly Change[]; relief: Minor }> {
  const [invoiceId] = order.invoiceIds;
  if (!invoiceId) return { changes: [], relief: order.totals.gross };
  const invoice = await records.need(Invoices, invoiceId);
  if (creditable(invoice).every((net) => net === 0)) return { changes: [], relief: 0 };
  const count = await nextNumber(records, CreditNotes, (n) => creditNoteIdOf({ date, count: n }));
  const gate = await records.get(Gates, gateIdFor(date, creditNoteIdOf({ date, count })));
  const credited = creditInvoice({ invoice, credited: creditAll(invoice), date, reason, costs: [], count, request: order.id }, gate, false);
  return { changes: [update(Invoices, invoice, credited.after), ...credited.changes], relief: credited.note.totals.gross };
}
