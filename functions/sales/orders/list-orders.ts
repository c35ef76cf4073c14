import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { statusOf } from '#domain/sales/orders/progress.ts';
import { orderView } from '#domain/sales/orders/wire.ts';
import { query } from '#runtime/action.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { listRecords } from '#runtime/lists.ts';
import { orders } from './module.ts';

export const listOrders = query(orders.actions.listOrders, async ({ query: asked, records }) => {
  const company = await records.need(Companies, COMPANY_ID);
  const { status } = asked;
  const page = await listRecords(records, Orders, {
    ...asked,
    ...datedBuckets(company.fiscalYears, asked),
    words: asked.q,
    party: asked.customerId,
    where: status ? (order) => status.includes(statusOf(order)) : undefined,
  });
  return { ...page, items: page.items.map((order) => orderView(order)) };
});
