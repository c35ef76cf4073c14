import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { awaitedBy, type Return, Returns } from '#domain/sales/returns/return.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { returns } from './module.ts';

export const listReturns = query(returns.actions.listReturns, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const { state, awaits, orderId, customerId } = asked;
  const wanted = (ret: Return) =>
    (!state || ret.state === state) && (!awaits || awaitedBy(ret) === awaits) && (!orderId || ret.orderId === orderId);
  const page = await listDated(records, Returns, fiscalYears, asked, {
    party: customerId,
    where: state || awaits || orderId ? wanted : undefined,
  });
  return { ...page, items: page.items.map(returnView) };
});
