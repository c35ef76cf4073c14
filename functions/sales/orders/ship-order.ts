import { orders } from '#api/sales/orders.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { orderActions } from '#domain/sales/orders/order-actions.ts';
import { pickLines } from '#domain/sales/orders/progress.ts';
import { shipmentView } from '#domain/sales/orders/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { begunShipping, resumeShipping, ship } from './order-shipment.ts';
import { shipmentEntries } from './shipment-entries.ts';

export const shipOrder = command(
  orders.actions.shipOrder,
  on(Orders, (path) => path.orderId),
  ({ body, company, today, records, newId }, order) => {
    const begun = begunShipping(order);
    if (begun?.id === newId('shp')) return resumeShipping(records, order, begun);
    throwIf(orderActions.shipOrder(order));
    const date = body.date ?? today;
    notBefore(date, order.date, 'shipment');
    return ship(records, order, {
      id: newId('shp'),
      date,
      today,
      company,
      picked: pickLines(order, body.lines),
      invoice: body.invoice,
      ...(body.advances ? { advances: body.advances } : {}),
      ...(body.tracking ? { tracking: body.tracking } : {}),
    });
  },
  async (order, { newId, records }) => {
    const shipment = assertDefined(
      order.shipments.find((s) => s.id === newId('shp')),
      'the shipment',
    );
    return { ...shipmentView(order.id, shipment), entries: await shipmentEntries(records, shipment) };
  },
  (order, { newId }) => !order.shipments.some((s) => s.id === newId('shp')),
);
