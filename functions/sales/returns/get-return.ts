import { Returns } from '#domain/sales/returns/return.ts';
import { returnView } from '#domain/sales/returns/wire.ts';
import { query } from '#runtime/action.ts';
import { readWait } from '#runtime/waits.ts';
import { returns } from './module.ts';

export const getReturn = query(returns.actions.getReturn, async ({ path, records, tenant }) => {
  const ret = await records.need(Returns, path.returnId, 'path.returnId');
  const wait = await readWait(tenant, ret.id);
  if (!wait) return returnView(ret);
  const { execution: name, since, until } = wait;
  const status = ret.state === 'announced' ? ('waiting' as const) : ('ended' as const);
  return { ...returnView(ret), execution: { name, state: 'AwaitGoods' as const, since, until, status } };
});
