import { noStock, receive, type Stock, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { lineNet, type Minor, shareOf } from '#kernel/money.ts';
import { isPositive, isZero, minus, thousandths } from '#kernel/quantity.ts';
import { type Change, createNext, type Stored, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import type { DocumentImport } from './import-context.ts';
import { costOf } from './opening-stock.ts';
import { matchedPart, type ValuedSale } from './sale-matcher.ts';

/**
 * The goods of a return back in stock: tied to a sale at the cost at which they left, otherwise at the item's average of
 * this moment, or at what the shop pays for a new piece where none is on hand to have an average.
 */
export async function returnedStockChanges(
  records: Records,
  context: DocumentImport,
  sales: readonly ValuedSale[],
): Promise<{ changes: Change[]; cost: Minor }> {
  const { document, masters, profile } = context;
  const goods = document.rows.flatMap((row, i) =>
    masters.item(row.code).kind === 'stocked' ? [{ row, i, item: masters.item(row.code) }] : [],
  );
  const ids = [...new Set(goods.map(({ item }) => stockId(item.id, profile.warehouse)))];
  const found = await records.getMany(Stocks, ids);
  const before = new Map<string, Stored<Stock> | undefined>(ids.map((id, i) => [id, found[i]]));
  const after = new Map<string, Stock>();
  let cost = 0;
  for (const { row, i, item } of goods) {
    const id = stockId(item.id, profile.warehouse);
    const stock = after.get(id) ?? before.get(id) ?? noStock(item, profile.warehouse);
    const tied = matchedPart(sales, i);
    const loose = minus(row.quantity, tied.quantity);
    const worth = tied.cost + (isPositive(loose) ? looseCost(stock, loose, costOf(profile, row.price)) : 0);
    after.set(id, receive(stock, row.quantity, worth));
    cost += worth;
  }
  const changes = [...after].map(([id, stock]) => {
    const old = before.get(id);
    return old ? update(Stocks, old, stock as typeof old) : createNext(Stocks, id, stock);
  });
  return { changes, cost };
}

const looseCost = (stock: Stock, quantity: string, unitCost: string): Minor =>
  isZero(stock.onHand) ? lineNet(quantity, unitCost) : shareOf(stock.value, thousandths(quantity), thousandths(stock.onHand));
