import { issue, release, reserve, type Stock, Stocks } from '#domain/inventory/stock/stock.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { StockRequirement } from './order-store.ts';

const save = (demand: StockRequirement, next: Stock): Change =>
  demand.stock ? update(Stocks, demand.stock, next) : createNext(Stocks, demand.id, next);

export const reserveStock = (demands: readonly StockRequirement[], shortage: 'refuse' | 'backorder'): Change[] =>
  demands.map((d) => save(d, reserve(d.now, d.quantity, shortage, d.field)));

export const releaseStock = (demands: readonly StockRequirement[]): Change[] => demands.map((d) => save(d, release(d.now, d.quantity)));

/** Goods issued at moving average: the changes, and the cost by stock record. */
export function issueStock(demands: readonly StockRequirement[]): { changes: Change[]; costs: Map<string, Minor> } {
  const costs = new Map<string, Minor>();
  const changes = demands.map((d) => {
    const { stock, cost } = issue(d.now, d.quantity, d.field);
    costs.set(d.id, cost);
    return save(d, stock);
  });
  return { changes, costs };
}
