import { type Entry, entryDraft, reversed } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { type GoodsIssue, GoodsIssues, goodsIssueId } from '#domain/inventory/stock/goods-issue.ts';
import { receive, reserve, Stocks } from '#domain/inventory/stock/stock.ts';
import { type LongStep, type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import { conflict, DomainError } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type Change, check, createNext, update } from '#kernel/record.ts';
import { untilCommitted, WriteConflict } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { readDemand } from './order-store.ts';
import { oncePart } from './parts.ts';
import { partsOf } from './placing-long.ts';
import { roundingChanges } from './rounding.ts';
import { billShipment, issueGoods, type Shipping, shipmentOf, withShipment } from './shipment-parts.ts';
import { issues } from './stock-changes.ts';

/**
 * Ships more stock records than a transaction holds. Each part is a goods issue of its own: stock and its cost entry in
 * one transaction, so that stock and books agree at every instant between; the last transaction puts the shipment on the
 * order and issues the invoice. A refusal on the way brings the parts back by reversing goods issues.
 */
export async function shipLong(
  records: Records,
  order: StoredOrder,
  shipping: Shipping,
  demand: ReadonlyMap<string, Quantity>,
): Promise<StoredOrder> {
  if (await records.get(GoodsIssues, `${goodsIssueId(shipping.id, 1)}r`)) throw takenBack();
  issues(await readDemand(records, order, demand)); // Refuses the whole before the first part, in the usual case.
  const begun = order.step ? order : (await records.commit<Order>([update(Orders, order, { ...order, step: stepOf(shipping) })]))[0];
  return resumeShipping(records, begun, shipping);
}

const takenBack = () =>
  conflict(
    'shipment.taken_back',
    'This request was begun before, refused and taken back. Send it with a new Idempotency-Key.',
    'header.Idempotency-Key',
  );

/** The order moved on while its parts were issued; the whole request looks again. */
class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

const stepOf = (shipping: Shipping): LongStep => ({
  kind: 'ship',
  shipmentId: shipping.id,
  date: shipping.date,
  invoice: shipping.invoice,
  picked: shipping.picked.map(({ line, quantity }) => [line.no, quantity] as const),
  ...(shipping.tracking ? { tracking: shipping.tracking } : {}),
});

/** The shipping that an order has begun, to be taken up again. */
export function begunShipping(order: Order): Shipping | undefined {
  if (order.step?.kind !== 'ship') return undefined;
  const { shipmentId, date, picked, invoice, tracking } = order.step;
  const lines = picked.flatMap(([no, quantity]) =>
    order.lines[no - 1] ? [{ line: order.lines[no - 1] as Order['lines'][number], quantity }] : [],
  );
  return { id: shipmentId, date, picked: lines, invoice, ...(tracking ? { tracking } : {}) };
}

/** Takes a begun shipping up again and finishes it, or takes it back. */
export async function resumeShipping(records: Records, order: StoredOrder, shipping: Shipping): Promise<StoredOrder> {
  const demand = quantitiesByItem(shipping.picked);
  const parts = partsOf(demand);
  if (order.step?.kind === 'ship' && order.step.back) {
    await undoShipping(records, order, shipping, parts.length);
    throw takenBack();
  }
  try {
    for (const [i, part] of parts.entries()) {
      const id = goodsIssueId(shipping.id, i + 1);
      await oncePart(records, { type: GoodsIssues, id, done: 'made' }, () => issuePart(records, order, shipping, i + 1, part));
    }
    return await finish(records, order, shipping, parts.length);
  } catch (error) {
    if (error instanceof MovedOn) throw new WriteConflict(error.message);
    if (error instanceof DomainError && error.code !== 'write.contention') await undoShipping(records, order, shipping, parts.length);
    throw error;
  }
}

async function issuePart(
  records: Records,
  order: StoredOrder,
  shipping: Shipping,
  part: number,
  demand: ReadonlyMap<string, Quantity>,
): Promise<void> {
  const now = await records.need(Orders, order.id);
  if (now.rev !== order.rev) throw new MovedOn('the order moved on');
  const demands = await readDemand(records, order, demand);
  const { changes, costs } = issues(demands);
  await records.commit([check(Orders, now), ...(await issueGoods(records, order, shipping, demands, costs, part)), ...changes]);
}

async function finish(records: Records, order: StoredOrder, shipping: Shipping, parts: number): Promise<StoredOrder> {
  const ids = Array.from({ length: parts }, (_, i) => goodsIssueId(shipping.id, i + 1));
  const costs = new Map<string, Minor>();
  for (const issue of await records.getMany(GoodsIssues, ids)) for (const [id, , cost] of issue?.moves ?? []) costs.set(id, cost);
  const shipment = shipmentOf(order, shipping, costs);
  const billed = await billShipment(records, order, shipping, []);
  const after = withShipment(order, shipment, billed);
  const rounding = await roundingChanges(records, order, after, billed.gross ?? 0);
  return (await records.commit<Order>([update(Orders, order, after), ...billed.changes, ...rounding]))[0];
}

/**
 * Brings every issued part back at its own cost, promised to the order again, and ends the step. That it is being taken
 * back is told on the order first: from then on nobody issues a part of it any more, also where a crash leaves it half-way.
 */
async function undoShipping(records: Records, order: StoredOrder, shipping: Shipping, parts: number): Promise<void> {
  if (order.step?.kind !== 'ship') return;
  const step: LongStep = { ...order.step, back: true };
  const closed = order.step.back ? order : (await records.commit<Order>([update(Orders, order, { ...order, step })]))[0];
  for (let part = 1; part <= parts; part += 1) await untilCommitted(() => returnPart(records, shipping, part));
  const { step: _, ...rest } = closed;
  await records.commit([update(Orders, closed, rest as StoredOrder)]);
}

async function returnPart(records: Records, shipping: Shipping, part: number): Promise<void> {
  const back = `${goodsIssueId(shipping.id, part)}r`;
  const [issued, returned] = await Promise.all([records.get(GoodsIssues, goodsIssueId(shipping.id, part)), records.get(GoodsIssues, back)]);
  if (!issued || returned) return;
  const stocks = await records.getMany(
    Stocks,
    issued.moves.map(([id]) => id),
  );
  const restored: Change[] = issued.moves.flatMap(([, quantity, cost], i) => {
    const stock = stocks[i];
    return stock ? [update(Stocks, stock, reserve(receive(stock, quantity, cost), quantity, 'backorder', 'body'))] : [];
  });
  const { id, rev, history, entry, ...data } = issued;
  const reversal: GoodsIssue = { ...data, reverses: id };
  if (!entry) return void (await records.commit([createNext(GoodsIssues, back, reversal), ...restored]));
  const draft = entryDraft(entry.date, `Anulación ${id}`, reversed(entry.lines));
  const { entries, change } = post(await records.get(Gates, gateIdFor(entry.date, back)), [draft], true);
  await records.commit([createNext(GoodsIssues, back, { ...reversal, entry: entries[0] as Entry }), change, ...restored]);
}
