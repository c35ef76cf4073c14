import { type GoodsReceipt, type GoodsReceiptLine, receiptLine } from '#domain/inventory/stock/goods-receipt.ts';
import { available, receive, type Stock, stockId } from '#domain/inventory/stock/stock.ts';
import type { ImportProfile } from '#domain/sales/imports/profiles.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { decimal, format, multiply, round } from '#kernel/decimal.ts';
import { isPositive, lessThan, minus, type Quantity } from '#kernel/quantity.ts';
import type { StockRequirement } from '../orders/order-store.ts';

/** What a piece costs that is sold at a price, by the profile's policy. */
export const costOf = ({ costShare, costDecimals }: ImportProfile, price: string): string =>
  format(round(multiply(decimal(price), decimal(costShare)), costDecimals));

/** What is not free in the warehouse, line by line: to be received before it can ship. Each line at the cost of its own price. */
export function shortLines(
  order: Pick<Order, 'lines' | 'warehouse'>,
  demands: readonly StockRequirement[],
  profile: ImportProfile,
): GoodsReceiptLine[] {
  const free = new Map<string, Quantity>(demands.map((d) => [d.id, isPositive(available(d.now)) ? available(d.now) : '0']));
  return order.lines.flatMap((line) => {
    const id = stockId(line.itemId, order.warehouse);
    const left = free.get(id);
    if (line.kind !== 'stocked' || left === undefined) return [];
    const taken = lessThan(left, line.quantity) ? left : line.quantity;
    free.set(id, minus(left, taken));
    const short = minus(line.quantity, taken);
    return isPositive(short)
      ? [receiptLine({ id: line.itemId, code: line.code, name: line.name }, short, costOf(profile, line.price))]
      : [];
  });
}

export const withOpeningStock = (stock: Stock, lines: readonly GoodsReceiptLine[], add = receive): Stock =>
  lines.filter((line) => line.itemId === stock.itemId).reduce((now, line) => add(now, line.quantity, line.cost), stock);

export const totalOf = (lines: readonly GoodsReceiptLine[]): number => lines.reduce((sum, line) => sum + line.cost, 0);

/** The receipt of what was short: stock that the company brought along. */
export const openingReceipt = (
  order: Pick<Order, 'date' | 'warehouse' | 'reference'>,
  lines: readonly GoodsReceiptLine[],
): GoodsReceipt => ({
  date: order.date,
  warehouse: order.warehouse,
  origin: 'opening',
  ...(order.reference ? { reference: order.reference } : {}),
  lines,
  total: totalOf(lines),
});
