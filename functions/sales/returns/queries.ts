import { returns } from '#api/sales/returns.ts';
import type { StoredCreditNote } from '#domain/finance/receivables/invoice.ts';
import { awaitedBy, creditNotesOf, type Return, Returns } from '#domain/sales/returns/return.ts';
import { returnActions } from '#domain/sales/returns/return-actions.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { required } from '#runtime/reads.ts';
import { readWait, type Wait } from '#runtime/waits.ts';
import { refusalOfPayer } from '../../finance/service.ts';
import { actionsOf, listQuery, query, readFlow, serveModule } from '../../platform/service.ts';

export const getReturn = query(
  returns.actions.getReturn,
  ({ path }) => ({ ret: required(Returns, path.returnId, 'path.returnId') }),
  async (world) => {
    const { ret, caller } = world;
    const carriers = [...ret.receipts.flatMap(({ goodsReceiptId }) => goodsReceiptId ?? []), ...creditNotesOf(ret), ...ret.refundIds];
    const [flow, wait] = await Promise.all([readFlow(world, Returns, ret, { carriers }), readWait(caller.tenant, ret.id)]);
    const { found, ...shown } = flow;
    const notes = creditNotesOf(ret).flatMap((id) => (found.get(id) as StoredCreditNote | undefined) ?? []);
    const openCredit = notes.reduce((sum, note) => sum + note.open, 0);
    const payer = openCredit > 0 ? await refusalOfPayer(world.records, notes, caller, 'path.returnId') : undefined;
    const standing = { state: ret.state, openCredit, payer };
    return {
      ...returnView(ret),
      ...shown,
      actions: actionsOf(caller, returns.actions, returnActions, standing),
      ...(wait ? { execution: executionView(ret, wait) } : {}),
    };
  },
);

function executionView({ state }: Return, { execution: name, since, until }: Wait) {
  const status = state === 'authorised' ? ('waiting' as const) : ('ended' as const);
  return { name, state: 'AwaitGoods' as const, since, until, status };
}

export const listReturns = listQuery(
  returns.actions.listReturns,
  Returns,
  returnView,
  ({ query: { state, awaits, orderId, customerId: party } }) => {
    const wanted = (ret: Return) =>
      (!state || ret.state === state) && (!awaits || awaitedBy(ret) === awaits) && (!orderId || ret.orderId === orderId);
    return { party, where: state || awaits || orderId ? wanted : undefined };
  },
);

export const handler = serveModule(returns, { getReturn, listReturns });
