import { Customers } from '#domain/crm/customers/customer.ts';
import { reversed } from '#domain/finance/ledger/entry.ts';
import { costLinesBy } from '#domain/finance/receivables/postings.ts';
import { type GoodsIssue, GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import { Stocks, unissue } from '#domain/inventory/stock/stock.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { type Order, Orders, type PendingOperation, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type Change, type Changes, createNext, update } from '#kernel/record.ts';
import { type BatchedOperation, batchesOf, rolledBack, runBatches } from '#runtime/batched.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { openPosting, openReversal, readAdvances } from '../../finance/service.ts';
import { withLossesSettled } from './backorder-store.ts';
import { readStockRequirements, type StockRequirement } from './order-store.ts';
import { roundingChanges } from './rounding-difference.ts';
import { costParts, goodsIssueChanges, invoiceShipment, type Shipping, shipmentOf, withShipment } from './shipment-parts.ts';
import { issueStock } from './stock-changes.ts';

/**
 * Ships the picked lines: goods out at moving average, cost entry, and the invoice where it comes with the shipment, in one
 * transaction where they fit. Else each batch is a goods issue of its own: stock and its cost entry in one transaction,
 * so that stock and books agree at every instant between; the last one puts the shipment on the order and issues the invoice.
 */
export async function ship(records: Records, order: StoredOrder, shipping: Shipping): Promise<StoredOrder> {
  const quantities = quantitiesByItem(shipping.picked);
  // First: where an earlier attempt was rolled back, the request's ids are used up, whatever else would refuse it now.
  const [, demands, customer, posting, company, advances] = await together([
    mayTakeBatches(quantities.size) && refuseRolledBack(records, shipping.id),
    readShippableStock(records, order, quantities),
    records.getOrThrow(Customers, order.customerId),
    openPosting(records, { date: shipping.date, today: shipping.today, document: shipping.id }),
    shipperOf(records, shipping),
    advancesFor(records, order, shipping),
  ]);
  // Also where there is nothing to post.
  posting.requireOpen();
  const { changes: stock, costs } = issueStock(demands);
  const cost = costLinesBy(costParts(order, shipping, costs));
  const billed = await invoiceShipment(posting, order, { customer, company, advances }, shipping, cost);
  const issued = billed.invoiceId ? [] : goodsIssueChanges(posting, order, shipping, demands, costs);
  const after = withShipment(order, shipmentOf(order, shipping, costs), billed);
  const rounding = await roundingChanges(records, order, after, billed.gross ?? 0);
  const changes: Changes<Order> = [
    update(Orders, order, after as StoredOrder),
    ...stock,
    ...billed.changes,
    ...issued,
    ...posting.changes(),
    ...rounding,
  ];
  if (changes.length <= MAX_TRANSACTION_ITEMS) return records.save(changes);
  const begun = await records.save<Order>([update(Orders, order, { ...order, pendingOperation: pendingShipment(shipping) })]);
  return runBatches(records, shipmentOperation(records, begun, shipping), begun);
}

/** The money in advance that its invoice takes off, where it has one. */
const advancesFor = (records: Records, order: Order, shipping: Shipping) =>
  readAdvances(records, shipping.invoice && order.invoiceOn === 'shipment' ? order.advanceIds : [], shipping.advances);

const shipperOf = (records: Records, { company }: Shipping) => company ?? records.getOrThrow(Companies, COMPANY_ID);

const reversalId = (shipmentId: string, no: number): string => `${goodsIssueId(shipmentId, no)}r`;

/** Whether an attempt to ship under this id was rolled back: it has used its goods issues. */
export const wasRolledBack = async (records: Records, shipmentId: string): Promise<boolean> =>
  (await records.get(GoodsIssues, reversalId(shipmentId, 1))) !== undefined;

async function refuseRolledBack(records: Records, shipmentId: string): Promise<void> {
  if (await wasRolledBack(records, shipmentId)) throw rolledBack();
}

/** What is to be shipped, where it is settled whose the goods are. */
async function readShippableStock(
  records: Records,
  order: StoredOrder,
  quantities: ReadonlyMap<string, Quantity>,
): Promise<StockRequirement[]> {
  const demands = await readStockRequirements(records, order, quantities);
  const settled = await withLossesSettled(
    records,
    demands.map(({ now }) => now),
  );
  return demands.map((demand, i) => ({ ...demand, now: settled[i] ?? demand.now }));
}

/** Each item is one change, and few come with them: what is below half a transaction never takes more than one. */
const mayTakeBatches = (items: number): boolean => items > MAX_TRANSACTION_ITEMS / 2;

const pendingShipment = ({ id, date, invoice, picked, tracking, advances }: Shipping): PendingOperation => ({
  kind: 'ship',
  shipmentId: id,
  date,
  invoice,
  picked: picked.map(({ line, quantity }) => [line.no, quantity] as const),
  ...(advances ? { advances } : {}),
  ...(tracking ? { tracking } : {}),
});

/** The shipping that an order has begun, to be taken up again. */
export function begunShipping({ pendingOperation: pending, lines }: Order): Shipping | undefined {
  if (pending?.kind !== 'ship') return undefined;
  const { shipmentId, date, picked, invoice, tracking, advances } = pending;
  const of = picked.flatMap(([no, quantity]) => (lines[no - 1] ? [{ line: lines[no - 1] as Order['lines'][number], quantity }] : []));
  return { id: shipmentId, date, picked: of, invoice, ...(advances ? { advances } : {}), ...(tracking ? { tracking } : {}) };
}

/** Takes a begun shipping up again and finishes it, or rolls it back. */
export const resumeShipping = (records: Records, order: StoredOrder, shipping: Shipping): Promise<StoredOrder> =>
  runBatches(records, shipmentOperation(records, order, shipping), order);

/** The shipping of a long order, batch by batch. Rolled back, every batch has come back at its own cost, promised to the order again. */
export function shipmentOperation(
  records: Records,
  order: StoredOrder,
  shipping: Shipping,
): BatchedOperation<Order, readonly [string, Quantity], GoodsIssue> {
  const batches = batchesOf([...quantitiesByItem(shipping.picked)]);
  return {
    type: Orders,
    batches,
    marker: (no) => ({
      type: GoodsIssues,
      id: goodsIssueId(shipping.id, no),
      done: 'created',
      belongs: ({ orderId, shipmentId }) => orderId === order.id && shipmentId === shipping.id,
    }),
    batch: (items, no) => issueBatch(records, order, shipping, new Map(items), no),
    finish: (begun) => shipped(records, begun, shipping, batches.length),
    rollback: {
      repeatable: false,
      isRollingBack: ({ pendingOperation }) => pendingOperation?.kind === 'ship' && pendingOperation.rollingBack === true,
      mark: (begun) => ({ ...begun, pendingOperation: { ...pendingShipment(shipping), rollingBack: true } as PendingOperation }),
      undo: (no) => returnBatch(records, shipping.id, no),
      end: async (begun) => {
        const { pendingOperation, ...rest } = begun;
        return [update(Orders, begun, rest as StoredOrder)];
      },
    },
  };
}

async function issueBatch(
  records: Records,
  order: StoredOrder,
  shipping: Shipping,
  quantities: ReadonlyMap<string, Quantity>,
  no: number,
): Promise<Change[]> {
  const [demands, posting] = await together([
    readShippableStock(records, order, quantities),
    openPosting(records, { date: shipping.date, document: goodsIssueId(shipping.id, no) }),
  ]);
  const { changes, costs } = issueStock(demands);
  return [...goodsIssueChanges(posting, order, shipping, demands, costs, no), ...posting.changes(), ...changes];
}

async function shipped(records: Records, order: StoredOrder, shipping: Shipping, batches: number): Promise<Changes<Order>> {
  const ids = Array.from({ length: batches }, (_, i) => goodsIssueId(shipping.id, i + 1));
  const [issued, customer, posting, company, advances] = await together([
    records.getMany(GoodsIssues, ids),
    records.getOrThrow(Customers, order.customerId),
    openPosting(records, { date: shipping.date, document: shipping.id }),
    shipperOf(records, shipping),
    advancesFor(records, order, shipping),
  ]);
  const costs = new Map<string, Minor>();
  for (const issue of issued) for (const [id, , cost] of issue?.moves ?? []) costs.set(id, cost);
  const billed = await invoiceShipment(posting, order, { customer, company, advances }, shipping);
  const after = withShipment(order, shipmentOf(order, shipping, costs), billed);
  const rounding = await roundingChanges(records, order, after, billed.gross ?? 0);
  return [update(Orders, order, after as StoredOrder), ...billed.changes, ...posting.changes(), ...rounding];
}

/** A batch that comes back. Its entry is reversed on its own day or, where that period was locked meanwhile, on the first that is not. */
async function returnBatch(records: Records, shipmentId: string, no: number): Promise<readonly Change[]> {
  const back = reversalId(shipmentId, no);
  const [issued, returned] = await records.getMany(GoodsIssues, [goodsIssueId(shipmentId, no), back]);
  if (!issued || returned) return [];
  const stocks = await records.getMany(
    Stocks,
    issued.moves.map(([id]) => id),
  );
  const restored: Change[] = issued.moves.flatMap(([, quantity, cost], i) => {
    const stock = stocks[i];
    return stock ? [update(Stocks, stock, unissue(stock, quantity, cost))] : [];
  });
  const { id, rev, history, entry, ...data } = issued;
  const reversal: GoodsIssue = { ...data, reverses: id };
  if (!entry) return [createNext(GoodsIssues, back, reversal), ...restored];
  const posting = await openReversal(records, { date: entry.date, document: back });
  const undone = posting.add(`Anulación ${id} (${entry.date})`, reversed(entry.lines));
  return [createNext(GoodsIssues, back, { ...reversal, date: posting.date, entry: undone }), ...posting.changes(), ...restored];
}
