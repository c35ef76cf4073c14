import { Customers, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { stockId } from '#domain/inventory/stock/stock.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { type Hold, Holds, holdId, type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { givenUpLines } from '#domain/sales/orders/order-rest.ts';
import { quantitiesByItem, withBackordered } from '#domain/sales/orders/progress.ts';
import { recipientWarnings } from '#domain/sales/orders/unknown-recipient.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type Change, type Changes, create, createNext, remove, type Stored, update } from '#kernel/record.ts';
import { type BatchedOperation, batchesOf, type Marker, runBatches } from '#runtime/batched.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { adjustExposure } from '../../finance/service.ts';
import { invoiceOnOrder } from './order-invoice.ts';
import { readStockRequirements } from './order-store.ts';
import { releaseStock, reserveStock } from './stock-changes.ts';

export interface Placement {
  readonly id: string;
  /** The order as it shall stand: `placed`, or `quote`. */
  readonly order: Order;
  /** The record, when it exists already: a quote, or a long order half-way. */
  readonly before: StoredOrder | undefined;
  readonly customer: StoredCustomer;
  readonly company: StoredCompany;
  /** What is written with its first transaction. */
  readonly also?: readonly Change[];
  /** The business date of who places it. */
  readonly today?: IsoDate;
}

interface PlacedWorld {
  readonly records: Records;
  readonly company: StoredCompany;
  /** Where it was read with the order. */
  readonly customer?: StoredCustomer;
}

/** A placed order, with the entries of the invoice that came with it, and with what stands against the invoice that is to come. */
export async function placedView(order: StoredOrder, { records, company, ...world }: PlacedWorld) {
  const [[invoice], customer] = await together([
    records.getMany(Invoices, order.invoiceIds.slice(0, 1)),
    world.customer ?? records.get(Customers, order.customerId),
  ]);
  const warnings = recipientWarnings(order, customer, company);
  return { ...orderView(order), entries: invoice?.entry ? [entryView(invoice.entry)] : [], ...warnings };
}

type ItemQuantity = readonly [itemId: string, quantity: Quantity];

/** What an order needs of each item, or lets go where it ends short, in the order in which its batches take them. */
export const demandOf = (order: Order): ReadonlyMap<string, Quantity> =>
  quantitiesByItem(order.short ? givenUpLines(order) : order.lines.map((line) => ({ line, quantity: line.quantity })));

/**
 * Places the order (or keeps the quote): reservation, credit and, where invoiced on order, the invoice, in one transaction
 * where they fit. Else the order is opened as `placing` with its credit, and reserves batch by batch.
 */
export async function place(records: Records, placement: Placement): Promise<StoredOrder> {
  const { id, order, before, customer, also = [] } = placement;
  if (before?.state === 'placing') return runBatches(records, placementOf(records, before, placement), before);
  const save = (next: Order): Change<Order> => (before ? update(Orders, before, next) : create(Orders, id, next));
  if (order.state === 'quote') return records.save([save(order)]);
  // Of several refusals the first is told: that there is not enough, before what it would have cost the customer's credit.
  const [stock, exposed, invoice] = await together([
    readStockRequirements(records, { ...order, id }, demandOf(order)).then((demands) => reserveStock(demands, order.shortage)),
    // With money in advance, what counts for the limit is known once the invoice has taken it off.
    adjustExposure(records, customer, order.totals.gross, order.advanceIds ? { ignoringLimit: true } : {}),
    invoiceOnOrder(records, placement),
  ]);
  const risked = order.advanceIds ? await adjustExposure(records, customer, order.totals.gross - (invoice?.deducted ?? 0)) : exposed;
  const waiting = withBackordered(order, stock.waits);
  const after = invoice ? { ...waiting, invoiceIds: [invoice.invoiceId] } : waiting;
  const changes: Changes<Order> = [save(after), ...stock.changes, ...risked, ...(invoice?.changes ?? []), ...also];
  if (changes.length <= MAX_TRANSACTION_ITEMS) return records.save(changes);
  const opened = await records.save<Order>([
    save({ ...order, state: 'placing', pendingOperation: { kind: 'place' } }),
    ...exposed,
    ...also,
  ]);
  return runBatches(records, placementOf(records, opened, placement), opened);
}

/** The batches in which an order reserves and releases. */
export const stockBatches = (order: Order): readonly (readonly ItemQuantity[])[] => batchesOf([...demandOf(order)]);

/** The hold of a batch, as its marker: one of another order under the same id proves nothing. */
export const holdMarker =
  (orderId: string, released = false) =>
  (no: number): Marker<Hold> => ({ type: Holds, id: holdId(orderId, no, released), belongs: (hold) => hold.orderId === orderId });

/** The hold that a batch makes. */
export function newHold(
  order: StoredOrder,
  items: readonly ItemQuantity[],
  no: number,
  more: Pick<Hold, 'backordered' | 'released'>,
): Change {
  const quantities = items.map(([itemId, quantity]) => [stockId(itemId, order.warehouse), quantity] as const);
  return createNext(Holds, holdId(order.id, no, more.released), { orderId: order.id, quantities, ...more });
}

/** The holds of an operation; with its last transaction they are gone. */
export async function holdsOf(records: Records, order: StoredOrder, released = false): Promise<Stored<Hold>[]> {
  const ids = stockBatches(order).map((_, i) => holdId(order.id, i + 1, released));
  return (await records.getMany(Holds, ids)).filter((hold) => hold !== undefined);
}

/** The placing of a long order, batch by batch. Rolled back, the order is gone, or the quote that it was. */
export const placementOf = (
  records: Records,
  order: StoredOrder,
  by?: Pick<Placement, 'customer' | 'company'>,
): BatchedOperation<Order, ItemQuantity, Hold> => {
  const batches = stockBatches(order);
  return {
    type: Orders,
    batches,
    marker: holdMarker(order.id),
    batch: async (items, no) => {
      const { changes, waits } = reserveStock(await readStockRequirements(records, order, new Map(items)), order.shortage);
      return [newHold(order, items, no, waits.size > 0 ? { backordered: [...waits] } : {}), ...changes];
    },
    finish: (opened) => placed(records, opened, by),
    rollback: {
      repeatable: true,
      isRollingBack: ({ pendingOperation }) => pendingOperation?.kind === 'place' && pendingOperation.rollingBack === true,
      mark: (opened) => ({ ...opened, pendingOperation: { kind: 'place', rollingBack: true } }),
      undo: async (no) => {
        const hold = await records.get(Holds, holdId(order.id, no));
        if (!hold) return [];
        return [remove(Holds, hold), ...releaseStock(await readStockRequirements(records, order, new Map(batches[no - 1])))];
      },
      end: (opened) => unplaced(records, opened),
    },
  };
};

async function placed(records: Records, opened: StoredOrder, by?: Pick<Placement, 'customer' | 'company'>): Promise<Changes<Order>> {
  const [customer, company] = await together([
    by?.customer ?? records.getOrThrow(Customers, opened.customerId),
    by?.company ?? records.getOrThrow(Companies, COMPANY_ID),
  ]);
  const invoice = await invoiceOnOrder(records, { id: opened.id, order: opened, customer, company });
  const holds = await holdsOf(records, opened);
  const { pendingOperation, ...order } = withBackordered(opened, new Map(holds.flatMap((hold) => hold.backordered ?? [])));
  const after: Order = { ...order, state: 'placed', invoiceIds: invoice ? [invoice.invoiceId] : [] };
  const relieved = await adjustExposure(records, customer, -(invoice?.deducted ?? 0), { ignoringLimit: true });
  return [
    update(Orders, opened, after as StoredOrder),
    ...(invoice?.changes ?? []),
    ...relieved,
    ...holds.map((hold) => remove(Holds, hold)),
  ];
}

async function unplaced(records: Records, opened: StoredOrder): Promise<Changes<Order>> {
  const customer = await records.getOrThrow(Customers, opened.customerId);
  const relieved = await adjustExposure(records, customer, -opened.totals.gross);
  const { pendingOperation, placement, ...quote } = opened;
  const back = opened.quoted ? update(Orders, opened, { ...quote, state: 'quote' } as StoredOrder) : remove(Orders, opened);
  return [back, ...relieved];
}
