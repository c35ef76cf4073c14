import { returns } from '#api/sales/returns.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { ended } from '#domain/sales/returns/return-receipt.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

export const cancelReturn = command(
  returns.actions.cancelReturn,
  on(Returns, (path) => path.returnId),
  async ({ body, today, records }, ret) => {
    const order = await records.getOrThrow(Orders, ret.orderId);
    const after = ended(ret, order, { date: body.date ?? today, reason: body.reason });
    return [update(Returns, ret, after.ret), update(Orders, order, after.order)];
  },
  returnView,
);
