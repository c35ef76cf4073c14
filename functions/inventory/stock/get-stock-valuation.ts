import { Stocks } from '#domain/inventory/stock/stock.ts';
import { Warehouses } from '#domain/inventory/stock/warehouse.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { stock } from './module.ts';

export const getStockValuation = query(stock.actions.getStockValuation, async ({ records }) => {
  const found = await listRecords(records, Warehouses, { buckets: ['all'], order: 'asc', limit: 100 });
  const warehouses = await Promise.all(found.items.map(async ({ code }) => ({ warehouse: code, ...(await valuationOf(records, code)) })));
  return { items: warehouses.reduce((n, w) => n + w.items, 0), value: warehouses.reduce((sum, w) => sum + w.value, 0), warehouses };
});

/** Σ value over the warehouse's stock, 100 records a page. */
async function valuationOf(records: Records, warehouse: string): Promise<{ items: number; value: number }> {
  let [items, value] = [0, 0];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listRecords(records, Stocks, { buckets: [warehouse], order: 'asc', limit: 100, cursor });
    items += page.items.length;
    value += page.items.reduce((sum, s) => sum + s.value, 0);
    cursor = page.nextCursor;
  }
  return { items, value };
}
