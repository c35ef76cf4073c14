import { Customers } from '#domain/crm/customers/customer.ts';
import { creditAll, creditable, withAdvancesBack } from '#domain/finance/receivables/credit.ts';
import type { CreditRequest } from '#domain/finance/receivables/credit-note-issue.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { type Hold, Holds, type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { creditedRest, withoutRest } from '#domain/sales/orders/order-rest.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, type Changes, remove, update } from '#kernel/record.ts';
import { type BatchedOperation, runBatches } from '#runtime/batched.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { adjustExposure, issueCreditForInvoice, openPosting, restoreAdvances } from '../../finance/service.ts';
import { demandOf, holdMarker, holdsOf, newHold, stockBatches } from './order-placement.ts';
import { readStockRequirements } from './order-store.ts';
import { releaseStock } from './stock-changes.ts';

/** Ends a placed order of which nothing has shipped. @param cancelled the order as it will stand. */
export async function cancelPlaced(records: Records, order: StoredOrder, cancelled: Order, today?: IsoDate): Promise<StoredOrder> {
  const why = assertDefined(cancelled.cancelled, 'the cancellation');
  return end(records, order, cancelled, await creditOrder(records, order, { ...why, ...defined({ today }) }));
}

/** Ends an order short of what has not shipped. @throws DomainError as {@link withoutRest}, `credit_note.too_early`, `period.…` (422). */
export async function endShort(records: Records, order: StoredOrder, why: Reason): Promise<StoredOrder> {
  const invoices = (await records.getMany(Invoices, order.invoiceIds)).map((found, i) => assertDefined(found, order.invoiceIds[i] ?? ''));
  const after = withoutRest(
    order,
    why,
    invoices.reduce((sum, { totals }) => sum + totals.gross, 0),
  );
  const short = assertDefined(after.short, 'what is given up');
  const [invoice] = invoices;
  if (order.invoiceOn === 'shipment' || !invoice) return end(records, order, after, { changes: [], relief: short.gross });
  const credit = await creditOver(records, order, { invoice, credited: creditedRest(after, invoice) }, why);
  const { creditNoteId } = credit;
  return end(records, order, { ...after, short: { ...short, gross: credit.relief, ...defined({ creditNoteId }) } }, credit);
}

interface Reason {
  readonly date: IsoDate;
  /** The business date of who ends it. */
  readonly today?: IsoDate;
  readonly reason: string;
}

interface Credit {
  readonly changes: readonly Change[];
  /** What the customer has less at risk. */
  readonly relief: Minor;
  readonly creditNoteId?: string;
}

/**
 * Releases an order's stock and credit with the credit note that corrects its invoice, in one transaction where they fit. A
 * longer order is declared ended first, and releases batch by batch then.
 */
async function end(records: Records, order: StoredOrder, ended: Order, credit: Credit): Promise<StoredOrder> {
  const [customer, demands] = await together([
    records.getOrThrow(Customers, order.customerId),
    readStockRequirements(records, order, demandOf(ended)),
  ]);
  const common = [...(await adjustExposure(records, customer, -credit.relief)), ...credit.changes];
  const changes: Changes<Order> = [update(Orders, order, ended as StoredOrder), ...releaseStock(demands), ...common];
  if (changes.length <= MAX_TRANSACTION_ITEMS) return records.save(changes);
  const declared = { ...ended, pendingOperation: { kind: 'release' } } as StoredOrder;
  return releaseEnded(records, await records.save<Order>([update(Orders, order, declared), ...common]));
}

/** Releases what a long order that has ended still holds, and ends that. Nothing can refuse it. */
export const releaseEnded = (records: Records, order: StoredOrder): Promise<StoredOrder> =>
  runBatches(records, releaseOf(records, order), order);

const releaseOf = (records: Records, order: StoredOrder): BatchedOperation<Order, readonly [string, string], Hold> => ({
  type: Orders,
  batches: stockBatches(order),
  marker: holdMarker(order.id, true),
  batch: async (items, no) => [
    newHold(order, items, no, { released: true }),
    ...releaseStock(await readStockRequirements(records, order, new Map(items))),
  ],
  finish: async (cancelled) => {
    const { pendingOperation, ...rest } = cancelled;
    const holds = await holdsOf(records, cancelled, true);
    return [update(Orders, cancelled, rest as StoredOrder), ...holds.map((hold) => remove(Holds, hold))];
  },
});

/**
 * The credit note over what is left of the order's invoice, and the exposure that ends: the credit note's, or the order's
 * where it was not invoiced. What was paid stays open on the credit note, to be refunded or used.
 */
async function creditOrder(records: Records, order: StoredOrder, why: Reason): Promise<Credit> {
  const [invoiceId] = order.invoiceIds;
  if (!invoiceId) return { changes: [], relief: order.totals.gross };
  const invoice = await records.getOrThrow(Invoices, invoiceId);
  const credited = creditable(invoice).some((net) => net > 0) ? creditAll(invoice) : [];
  return creditOver(records, order, { invoice, credited }, why);
}

/** The credit note over a part of the order's invoice; none where that is worth nothing. */
async function creditOver(
  records: Records,
  order: StoredOrder,
  { invoice, credited }: Pick<CreditRequest, 'invoice' | 'credited'>,
  { date, today, reason }: Reason,
): Promise<Credit> {
  if (credited.every(({ net }) => net === 0)) return { changes: [], relief: 0 };
  const posting = await openPosting(records, { date, today, document: order.id });
  const whole = withAdvancesBack(invoice, credited);
  const { note, creditNoteId, changes, invoiceChange } = await issueCreditForInvoice(posting, { invoice, credited: whole, reason });
  const restored = await restoreAdvances(records, [note]);
  return { changes: [invoiceChange, ...changes, ...restored, ...posting.changes()], relief: note.totals.gross, creditNoteId };
}
