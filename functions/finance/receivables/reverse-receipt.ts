import { Customers, withoutLimit } from '#domain/crm/customers/customer.ts';
import { notBefore } from '#domain/finance/receivables/open-item.ts';
import { type Receipt, ReceiptReversals, Receipts, reversalDraft } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stampedAtStep } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { exposeBy, mayAdjust } from './issuing.ts';
import { receivables } from './module.ts';
import { postOne } from './receiving.ts';
import { reopenInvoices } from './reopening.ts';

export const reverseReceipt = command(receivables.actions.reverseReceipt, {
  evidence: ({ path }) => ({ type: Receipts, id: path.receiptId, how: 'on' as const }),
  answer: (receipt, { records }) => receiptView(stampedAtStep(receipt, records.stamp.key)),
  run: async ({ body, records, now, made, caller }, receipt) => {
    if (receipt.reversal) throw refused('receipt.reversed', 'This receipt was reversed before.', 'path.receiptId');
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, receipt.customerId)]);
    const date = body.date ?? dateIn(company.timeZone, now);
    notBefore(date, receipt.date, 'reversal');
    const id = made('rcv');
    const { entry, gate } = await postOne(records, id, reversalDraft(receipt, date), mayAdjust(caller.roles));
    const reopened = await reopenInvoices(records, receipt, id, date);
    const { customerId, customerName } = receipt;
    const { reason } = body;
    const exposed = await exposeBy(records, withoutLimit(customer), receipt.amount);
    return (
      await records.commit<Receipt>([
        update(Receipts, receipt, { ...reopened.receipt, reversal: { id, date, reason } }),
        create(ReceiptReversals, id, { date, receiptId: receipt.id, customerId, customerName, reason, entry }),
        ...reopened.changes,
        gate,
        ...exposed,
      ])
    )[0];
  },
});
