import { Customers } from '#domain/crm/customers/customer.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { accepted } from '#domain/sales/orders/new-order.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { asQuotePlaced, requireState } from '#domain/sales/orders/progress.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { stampedAtStep } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { orders } from './module.ts';
import { place } from './placing.ts';

export const placeQuote = command(orders.actions.placeQuote, {
  evidence: ({ path }) => ({ type: Orders, id: path.orderId, how: 'on' as const }),
  unfinished: (order, { made }) => order.state === 'placing' || order.placement !== made('plc'),
  answer: (order, { records }) => orderView(stampedAtStep(asQuotePlaced(order), records.stamp.key)),
  run: async ({ records, path, body, made }, quote) => {
    if (quote.state !== 'placing') requireState(quote, 'quote', 'placed this way');
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, quote.customerId)]);
    return place(records, {
      id: path.orderId,
      order: { ...accepted(quote, body.date, company.fiscalYears), placement: made('plc') },
      before: quote,
      customer,
      company,
    });
  },
});
