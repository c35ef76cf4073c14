import { noStock, type Stock, type StockDemand, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { openQuantity, quantitiesByItem } from '#domain/sales/orders/progress.ts';
import type { Quantity } from '#kernel/quantity.ts';
import type { Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** What an order asks of one stock record. `stock` is undefined where the warehouse has not met the item. */
export interface StockRequirement extends StockDemand {
  readonly id: string;
  readonly stock: Stored<Stock> | undefined;
  /** The stock as it is, or an empty one to decide on. */
  readonly now: Stock;
}

/** Reads the stock records behind a set of item quantities of an order, 100 per call. */
export async function readStockRequirements(
  records: Records,
  order: Pick<Order, 'lines' | 'warehouse'> & { readonly id: string },
  quantities: ReadonlyMap<string, Quantity>,
): Promise<StockRequirement[]> {
  const openOf = quantitiesByItem(order.lines.map((line) => ({ line, quantity: openQuantity(line) })));
  const lineOf = new Map(order.lines.map((line) => [line.itemId, line]));
  const wanted = [...quantities].map(([itemId, quantity]) => ({ itemId, quantity, id: stockId(itemId, order.warehouse) }));
  const stocks = await records.getMany(
    Stocks,
    wanted.map((w) => w.id),
  );
  return wanted.map(({ itemId, quantity, id }, i) => {
    const line = lineOf.get(itemId);
    const stock = stocks[i];
    const now = stock ?? noStock({ id: itemId, code: line?.code ?? '', name: line?.name ?? '' }, order.warehouse);
    const field = `body.lines.${(line?.no ?? 1) - 1}.quantity`;
    return { id, orderId: order.id, quantity, open: openOf.get(itemId) ?? '0', stock, now, field };
  });
}
