import { returns } from '#api/sales/returns.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { authorise } from '#domain/sales/returns/authorisation.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { yearOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';

export const authoriseReturn = command(
  returns.actions.authoriseReturn,
  creates(Returns, 'ret', ({ path }) => ({ order: required(Orders, path.orderId, 'path.orderId') })),
  ({ body, company, today, order, newId }) => {
    const { date = today, reason, lines } = body;
    if (!company.fiscalYears.includes(yearOf(date)))
      throw refused('period.not_open', `There is no fiscal year for ${date}. Open it first.`, 'body.date', { date, year: yearOf(date) });
    const decided = authorise(order, { id: newId('ret'), orderId: order.id, date, reason, lines });
    return [create(Returns, newId('ret'), decided.ret), update(Orders, order, decided.order)];
  },
  returnView,
);
