import { noStock, receive, type Stock, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import type { Order, OrderLine } from '#domain/sales/orders/order.ts';
import type { ReceivedLine } from '#domain/sales/returns/return.ts';
import type { Arrived } from '#domain/sales/returns/return-receipt.ts';
import { type Change, createNext, type Stored, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

type Stocked = ReadonlyMap<string, Stored<Stock>>;

/** What comes back on the shelf, by stock record. Scrapped goods and services move none. */
function byStock<L extends Pick<ReceivedLine, 'line' | 'disposition'>>(
  { lines, warehouse }: Pick<Order, 'lines' | 'warehouse'>,
  back: readonly L[],
) {
  const goods = back.flatMap((received) => {
    const line = lines[received.line - 1] as OrderLine;
    return received.disposition === 'restock' && line.kind === 'stocked' ? [{ line, received }] : [];
  });
  return Map.groupBy(goods, ({ line }) => stockId(line.itemId, warehouse));
}

/** The stock records that an arrival changes. */
export async function readStocks(records: Records, order: Order, arrived: readonly Arrived[]): Promise<Stocked> {
  const found = await records.getMany(Stocks, [...byStock(order, arrived).keys()]);
  return new Map(found.flatMap((stock) => (stock ? [[stock.id, stock] as const] : [])));
}

/** Stock after what is restocked came back, at the cost at which it had left. */
export function restocked(order: Order, lines: readonly ReceivedLine[], stocks: Stocked): Change[] {
  return [...byStock(order, lines)].map(([id, members]) => {
    const before = stocks.get(id);
    const { itemId, code, name } = (members[0] as (typeof members)[number]).line;
    const start = before ?? noStock({ id: itemId, code, name }, order.warehouse);
    const after = members.reduce((stock, { received }) => receive(stock, received.quantity, received.cost), start);
    return before ? update(Stocks, before, after as typeof before) : createNext(Stocks, id, after);
  });
}
