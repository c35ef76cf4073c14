import { isUnsettled, Stocks, UNTOLD } from '#domain/inventory/stock/stock.ts';
import { sweep } from '#runtime/sweep.ts';
import { settleStock } from './backorder-store.ts';

/** Does every night what the events of stock should have done: the stock's own record says what is left to do. */
export const handler = sweep('settle-stock', {
  type: Stocks,
  queues: ['short', UNTOLD],
  wants: isUnsettled,
  handle: (records, { id }) => settleStock(records, id),
});
