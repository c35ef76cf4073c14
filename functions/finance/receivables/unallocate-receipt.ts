import { type Receipt, Receipts } from '#domain/finance/receivables/receipt.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { takeBack } from './allocating.ts';
import { markRequest, receiptAfter } from './allocation-request.ts';
import { receivables } from './module.ts';

export const unallocateReceipt = command(receivables.actions.unallocateReceipt, {
  evidence: ({ path }) => ({ type: Receipts, id: path.receiptId, how: 'on' as const }),
  answer: (receipt, { made, records }) => receiptAfter(receipt, made('unr'), records.stamp.key),
  run: async ({ path, body, records, now, made }, receipt) => {
    const company = await records.need(Companies, COMPANY_ID);
    const { source, change } = await takeBack(records, receipt, path.invoiceId, body.date ?? dateIn(company.timeZone, now));
    return (await records.commit<Receipt>([update(Receipts, receipt, markRequest(source, made('unr'))), change]))[0];
  },
});
