import { Warehouses } from '#domain/inventory/stock/warehouse.ts';
import { stamped } from '#kernel/stamps.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { stock } from './module.ts';

export const listWarehouses = query(stock.actions.listWarehouses, async ({ records }) => {
  const page = await listRecords(records, Warehouses, { buckets: ['all'], order: 'asc', limit: 100 });
  return { items: page.items.map(stamped) };
});
