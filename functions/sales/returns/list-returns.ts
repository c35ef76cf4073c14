import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { returns } from './module.ts';

export const listReturns = query(returns.actions.listReturns, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const { state, orderId, customerId } = asked;
  const page = await listDated(records, Returns, fiscalYears, asked, {
    party: customerId,
    where: state || orderId ? (ret) => (!state || ret.state === state) && (!orderId || ret.orderId === orderId) : undefined,
  });
  return { ...page, items: page.items.map(returnView) };
});
