import { Customers, expose } from '#domain/crm/customers/customer.ts';
import { stockId } from '#domain/inventory/stock/stock.ts';
import { Holds, holdId, type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type Change, check, create, createNext, remove, update } from '#kernel/record.ts';
import { untilCommitted, WriteConflict } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { billOrder } from './billing.ts';
import { readCredit, readDemand } from './order-store.ts';
import { oncePart } from './parts.ts';
import type { Placing } from './placing.ts';
import { releases, reservations } from './stock-changes.ts';

/**
 * Stock records of an order that is placed in one transaction, and so has no holds; it must fit into one as well when it
 * is cancelled: beside its stock go the order, the credit, the invoice, the credit note and its gate.
 */
export const SHORT_ORDER = 95;
/** Stock records in one transaction of a long order. */
const PART_SIZE = 90;

/** The parts in which a long order reserves and releases: the same for the same order, whenever it is asked. */
export function partsOf(demand: ReadonlyMap<string, Quantity>): ReadonlyMap<string, Quantity>[] {
  const all = [...demand];
  return Array.from({ length: Math.ceil(all.length / PART_SIZE) }, (_, i) => new Map(all.slice(i * PART_SIZE, (i + 1) * PART_SIZE)));
}

/**
 * Places an order that is longer than a transaction: opens it as `placing` (credit is taken here), reserves part by
 * part, and declares it placed. To the user it is all or nothing: a part that is refused takes all others back.
 */
export async function placeLong(records: Records, placing: Placing, demand: ReadonlyMap<string, Quantity>): Promise<StoredOrder> {
  const begun = placing.before?.state === 'placing' ? placing.before : await begin(records, placing);
  const parts = partsOf(demand);
  try {
    for (const [i, part] of parts.entries())
      await oncePart(records, { type: Holds, id: holdId(begun.id, i + 1), done: 'made' }, () => reservePart(records, begun, i + 1, part));
    return await finish(records, begun, placing);
  } catch (error) {
    const refused = error instanceof DomainError && error.code !== 'write.contention';
    if (refused || error instanceof TakenBack) await undoPlacing(records, begun);
    throw error instanceof TakenBack ? new WriteConflict(error.message) : error;
  }
}

/** Somebody else took the placing back; the whole request starts again. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
}

async function begin(records: Records, { id, order, before, customer }: Placing): Promise<StoredOrder> {
  const opened: Order = { ...order, state: 'placing' };
  const exposed = expose(customer, await readCredit(records, customer), order.totals.gross);
  const changes: Change[] = [
    before ? update(Orders, before, opened) : create(Orders, id, opened),
    createNext(Holds, holdId(id, 0), { orderId: id, quantities: [] }),
    ...exposed,
  ];
  return (await records.commit<Order>(changes))[0];
}

async function reservePart(records: Records, order: StoredOrder, part: number, demand: ReadonlyMap<string, Quantity>): Promise<void> {
  const gate = await records.get(Holds, holdId(order.id, 0));
  if (!gate) throw new TakenBack('the placing was taken back');
  const quantities = [...demand].map(([itemId, quantity]) => [stockId(itemId, order.warehouse), quantity] as const);
  const stock = reservations(await readDemand(records, order, demand), order.shortage);
  await records.commit([check(Holds, gate), createNext(Holds, holdId(order.id, part), { orderId: order.id, quantities }), ...stock]);
}

async function finish(records: Records, begun: StoredOrder, placing: Placing): Promise<StoredOrder> {
  const gate = await records.get(Holds, holdId(begun.id, 0));
  if (!gate) throw new TakenBack('the placing was taken back');
  const bill = await billOrder(records, { id: begun.id, order: begun, customer: placing.customer });
  const placed: Order = { ...begun, state: 'placed', invoiceIds: bill ? [bill.invoiceId] : [] };
  return (await records.commit<Order>([update(Orders, begun, placed), check(Holds, gate), ...(bill?.changes ?? [])]))[0];
}

/** Takes a placing back: closes it to further parts, releases those that were reserved, and removes the order (or makes it a quote again). */
export async function undoPlacing(records: Records, order: StoredOrder): Promise<void> {
  await untilCommitted(async () => {
    const gate = await records.get(Holds, holdId(order.id, 0));
    if (gate) await records.commit([remove(Holds, gate)]);
  });
  await releaseParts(records, order);
  await untilCommitted(async () => {
    const [now, customer] = await Promise.all([records.get(Orders, order.id), records.need(Customers, order.customerId)]);
    if (now?.state !== 'placing') return;
    const relieved = expose(customer, await readCredit(records, customer), -order.totals.gross);
    const { step, placement, ...quote } = now;
    const back = now.quoted ? update(Orders, now, { ...quote, state: 'quote' }) : remove(Orders, now);
    await records.commit([back, ...relieved]);
  });
}

/** Releases what the order's parts still hold; done once for each part, however often it is asked. */
export async function releaseParts(records: Records, order: StoredOrder): Promise<void> {
  const parts = partsOf(quantitiesByItem(order.lines.map((line) => ({ line, quantity: line.quantity }))));
  for (const [i, part] of parts.entries()) {
    const id = holdId(order.id, i + 1);
    await oncePart(records, { type: Holds, id, done: 'gone' }, async () => {
      const hold = await records.need(Holds, id);
      await records.commit([remove(Holds, hold), ...releases(await readDemand(records, order, part))]);
    });
  }
}
