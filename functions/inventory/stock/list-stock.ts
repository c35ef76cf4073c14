import { isShort, Stocks } from '#domain/inventory/stock/stock.ts';
import { stockView } from '#domain/inventory/stock/wire.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { stock } from './module.ts';

export const listStock = query(stock.actions.listStock, async ({ query: asked, records }) => {
  const { warehouse, q, short, ...page } = asked;
  const found = await listRecords(records, Stocks, {
    ...page,
    buckets: [warehouse],
    words: q,
    where: short === undefined ? undefined : (s) => String(isShort(s)) === short,
  });
  return { ...found, items: found.items.map(stockView) };
});
