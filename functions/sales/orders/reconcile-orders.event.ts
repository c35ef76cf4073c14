import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { reconciler } from '#runtime/reconcile.ts';
import { start, WORKFLOW } from './execution.ts';

/** Every placed order has an execution that waits for what comes next. */
export const handler = reconciler('reconcile-orders', {
  workflow: WORKFLOW,
  type: Orders,
  wants: (order) => order.state === 'placed',
  start,
  fiscalYears: async (records) => (await records.get(Companies, COMPANY_ID))?.fiscalYears ?? [],
});
