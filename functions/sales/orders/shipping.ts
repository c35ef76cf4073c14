import { costLines } from '#domain/finance/receivables/postings.ts';
import { type Order, Orders, type StoredOrder } from '#domain/sales/orders/order.ts';
import { quantitiesByItem } from '#domain/sales/orders/progress.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { readDemand } from './order-store.ts';
import { roundingChanges } from './rounding.ts';
import { billShipment, issueGoods, type Shipping, shipmentOf, withShipment } from './shipment-parts.ts';
import { shipLong } from './shipping-long.ts';
import { issues } from './stock-changes.ts';

/** Beside the stock: the order, the invoice or goods issue, the gate, the credit. */
const STOCK_PER_SHIPMENT = 96;

/** Ships the picked lines: goods out at moving average, cost entry, and the invoice where it comes with the shipment: one transaction. */
export async function ship(records: Records, order: StoredOrder, shipping: Shipping): Promise<StoredOrder> {
  const demand = quantitiesByItem(shipping.picked);
  if (demand.size > STOCK_PER_SHIPMENT) return shipLong(records, order, shipping, demand);
  const demands = await readDemand(records, order, demand);
  const { changes: stock, costs } = issues(demands);
  const shipment = shipmentOf(order, shipping, costs);
  const cost = costLines([...costs.values()].reduce((a, b) => a + b, 0));
  const billed = await billShipment(records, order, shipping, cost);
  const posted = billed.invoiceId ? billed.changes : await issueGoods(records, order, shipping, demands, costs);
  const after = withShipment(order, shipment, billed);
  const rounding = await roundingChanges(records, order, after, billed.gross ?? 0);
  return (await records.commit<Order>([update(Orders, order, after), ...stock, ...posted, ...rounding]))[0];
}
