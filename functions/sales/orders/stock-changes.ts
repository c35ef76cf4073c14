import { waitingOf } from '#domain/inventory/stock/backorders.ts';
import { issue, release, reserve, type Stock, Stocks } from '#domain/inventory/stock/stock.ts';
import type { Minor } from '#kernel/money.ts';
import { isPositive, type Quantity } from '#kernel/quantity.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { StockRequirement } from './order-store.ts';

const save = (demand: StockRequirement, next: Stock): Change =>
  demand.stock ? update(Stocks, demand.stock, next) : createNext(Stocks, demand.id, next);

/** Goods reserved: the changes, and by item what the order waits for. */
export function reserveStock(
  demands: readonly StockRequirement[],
  shortage: 'refuse' | 'backorder',
): { changes: Change[]; waits: Map<string, Quantity> } {
  const waits = new Map<string, Quantity>();
  const changes = demands.map((d) => {
    const next = reserve(d.now, d, shortage);
    const waiting = waitingOf(next.backorders ?? [], d.orderId);
    if (isPositive(waiting)) waits.set(d.now.itemId, waiting);
    return save(d, next);
  });
  return { changes, waits };
}

export const releaseStock = (demands: readonly StockRequirement[]): Change[] => demands.map((d) => save(d, release(d.now, d)));

/** Goods issued at moving average: the changes, and the cost by stock record. */
export function issueStock(demands: readonly StockRequirement[], take = issue): { changes: Change[]; costs: Map<string, Minor> } {
  const costs = new Map<string, Minor>();
  const changes = demands.map((d) => {
    const { stock, cost } = take(d.now, d);
    costs.set(d.id, cost);
    return save(d, stock);
  });
  return { changes, costs };
}
