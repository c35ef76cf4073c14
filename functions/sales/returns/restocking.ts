import { noStock, receive, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import type { OrderLine } from '#domain/sales/orders/order.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import type { Arrival } from './crediting.ts';

/** Stock after what is restocked came back, at the cost at which it had left. Scrapped goods and services move none. */
export async function restocked(records: Records, { order, lines }: Pick<Arrival, 'order' | 'lines'>): Promise<Change[]> {
  const back = lines.flatMap((received) => {
    const line = order.lines[received.line - 1] as OrderLine;
    return received.disposition === 'restock' && line.kind === 'stocked' ? [{ line, received }] : [];
  });
  const byStock = Map.groupBy(back, ({ line }) => stockId(line.itemId, order.warehouse));
  const found = await records.getMany(Stocks, [...byStock.keys()]);
  return [...byStock].map(([id, members], i) => {
    const before = found[i];
    const { itemId, code, name } = (members[0] as (typeof members)[number]).line;
    const start = before ?? noStock({ id: itemId, code, name }, order.warehouse);
    const after = members.reduce((stock, { received }) => receive(stock, received.quantity, received.cost), start);
    return before ? update(Stocks, before, after as typeof before) : createNext(Stocks, id, after);
  });
}
