import { orders } from '#api/sales/orders.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { type Order, Orders } from '#domain/sales/orders/order.ts';
import { withRest } from '#domain/sales/orders/order-rest.ts';
import { withBackordered } from '#domain/sales/orders/progress.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { refused } from '#kernel/errors.ts';
import { type Changes, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { MAX_TRANSACTION_ITEMS } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { adjustExposure } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { demandOf } from './order-placement.ts';
import { readStockRequirements } from './order-store.ts';
import { reserveStock } from './stock-changes.ts';

export const restoreRest = command(
  orders.actions.restoreRest,
  on(Orders, (path) => path.orderId),
  async ({ records }, order) => {
    const after = withRest(order);
    const customer = await records.getOrThrow(Customers, order.customerId);
    const [stock, exposed] = await together([
      readStockRequirements(records, order, demandOf(order)).then((demands) => reserveStock(demands, order.shortage)),
      adjustExposure(records, customer, order.short?.gross ?? 0, { field: 'path.orderId' }),
    ]);
    const changes: Changes<Order> = [update(Orders, order, withBackordered(after, stock.waits)), ...stock.changes, ...exposed];
    if (changes.length > MAX_TRANSACTION_ITEMS)
      throw refused(
        'order.rest_too_long',
        `At most ${MAX_TRANSACTION_ITEMS} different items can be asked for again at once; these are ${stock.changes.length}. Place a new order instead.`,
        'path.orderId',
        { items: stock.changes.length, limit: MAX_TRANSACTION_ITEMS },
      );
    return changes;
  },
  (order) => orderView(order),
);
