import { type Receipt, Receipts } from '#domain/finance/receivables/receipt.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { allocateTo } from './allocating.ts';
import { markRequest, receiptAfter } from './allocation-request.ts';
import { receivables } from './module.ts';

export const allocateReceipt = command(receivables.actions.allocateReceipt, {
  evidence: ({ path }) => ({ type: Receipts, id: path.receiptId, how: 'on' as const }),
  answer: (receipt, { made, records }) => receiptAfter(receipt, made('alr'), records.stamp.key),
  run: async ({ body, records, now, made }, receipt) => {
    const company = await records.need(Companies, COMPANY_ID);
    const { source, changes } = await allocateTo(records, receipt, body.allocations, body.date ?? dateIn(company.timeZone, now));
    return (await records.commit<Receipt>([update(Receipts, receipt, markRequest(source, made('alr'))), ...changes]))[0];
  },
});
