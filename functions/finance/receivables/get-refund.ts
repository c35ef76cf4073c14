import { Refunds } from '#domain/finance/receivables/receipt.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const getRefund = query(receivables.actions.getRefund, async ({ path, records }) =>
  refundView(await records.need(Refunds, path.refundId, 'path.refundId')),
);
