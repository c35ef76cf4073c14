import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { query } from '#runtime/action.ts';
import { receivables } from './module.ts';

export const getReceipt = query(receivables.actions.getReceipt, async ({ path, records }) =>
  receiptView(await records.need(Receipts, path.receiptId, 'path.receiptId')),
);
