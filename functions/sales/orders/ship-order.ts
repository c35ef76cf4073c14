import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { pickLines, requireState } from '#domain/sales/orders/progress.ts';
import { shipmentView } from '#domain/sales/orders/wire.ts';
import { command } from '#runtime/action.ts';
import { orders } from './module.ts';
import { ship, shipmentEntries } from './shipping.ts';

export const shipOrder = command(orders.actions.shipOrder, {
  evidence: ({ path }) => ({ type: Orders, id: path.orderId, how: 'on' as const }),
  answer: async (order, { made, records }) => {
    const shipment = present(order.shipments.find((s) => s.id === made('shp')), 'the shipment');
    return { ...shipmentView(order.id, shipment), entries: await shipmentEntries(records, order, shipment) };
  },
  run: async ({ body, records, now, made }, order) => {
    requireState(order, 'placed', 'shipped');
    const company = await records.need(Companies, COMPANY_ID);
    return ship(records, order, {
      id: made('shp'),
      date: body.date ?? dateIn(company.timeZone, now),
      picked: pickLines(order, body.lines),
      ...(body.tracking ? { tracking: body.tracking } : {}),
    });
  },
});
