import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { announce } from '#domain/sales/returns/announcing.ts';
import { asAnnounced, type Return, Returns, type StoredReturn } from '#domain/sales/returns/return.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { dateIn, yearOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { returns } from './module.ts';

export const announceReturn = command(returns.actions.announceReturn, {
  evidence: ({ made }) => ({ type: Returns, id: made('ret'), how: 'make' as const }),
  answer: (ret) => returnView(stampedAtBirth(asAnnounced<StoredReturn>(ret) as StoredReturn)),
  run: async ({ path, body, records, now, made }) => {
    const [company, order] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Orders, path.orderId, 'path.orderId')]);
    const date = body.date ?? dateIn(company.timeZone, now);
    if (!company.fiscalYears.includes(yearOf(date)))
      throw refused('period.not_open', `There is no fiscal year for ${date}. Open it first.`, 'body.date', { date, year: yearOf(date) });
    const decided = announce(order, { id: made('ret'), orderId: order.id, date, reason: body.reason, lines: body.lines });
    return (await records.commit<Return>([create(Returns, made('ret'), decided.ret), update(Orders, order, decided.order)]))[0];
  },
});
