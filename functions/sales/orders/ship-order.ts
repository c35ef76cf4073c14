import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { asShipped, pickLines, requireState } from '#domain/sales/orders/progress.ts';
import { shipmentView } from '#domain/sales/orders/wire.ts';
import { present } from '#kernel/assert.ts';
import { dateIn } from '#kernel/date.ts';
import { command } from '#runtime/action.ts';
import { orders } from './module.ts';
import { shipmentEntries } from './shipment-entries.ts';
import { ship } from './shipping.ts';
import { begunShipping, resumeShipping } from './shipping-long.ts';

export const shipOrder = command(orders.actions.shipOrder, {
  evidence: ({ path }) => ({ type: Orders, id: path.orderId, how: 'on' as const }),
  unfinished: (order, { made }) => !order.shipments.some((s) => s.id === made('shp')),
  answer: async (order, { made, records }) => {
    const shipment = present(
      order.shipments.find((s) => s.id === made('shp')),
      'the shipment',
    );
    return { ...shipmentView(order.id, asShipped(order, shipment)), entries: await shipmentEntries(records, shipment) };
  },
  run: async ({ body, records, now, made }, order) => {
    const begun = begunShipping(order);
    if (begun?.id === made('shp')) return resumeShipping(records, order, begun);
    requireState(order, 'placed', 'shipped');
    const company = await records.need(Companies, COMPANY_ID);
    return ship(records, order, {
      id: made('shp'),
      date: body.date ?? dateIn(company.timeZone, now),
      picked: pickLines(order, body.lines),
      invoice: body.invoice,
      ...(body.tracking ? { tracking: body.tracking } : {}),
    });
  },
});
