import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { refusalOfRefund } from '#domain/finance/receivables/receivables-actions.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { together } from '#runtime/together.ts';
import { command } from '../../platform/service.ts';
import { approvePayout, openPosting, refund } from '../service.ts';

export const recordRefund = command(
  receivables.actions.recordRefund,
  creates(Refunds, 'rfd', ({ body: { from } }) => ({
    source: prefixOf(from) === Receipts.prefix ? required(Receipts, from, 'body.from') : required(CreditNotes, from, 'body.from'),
  })),
  async ({ body, today, source, company, records, newId, caller }) => {
    const { date = today, amount, method } = body;
    const id = newId('rfd');
    throwIf(refusalOfRefund(source));
    const payout = { sources: [source], amount, policies: company.policies };
    const [customer, posting, approval] = await together([
      records.getOrThrow(Customers, source.customerId),
      openPosting(records, { date, today, document: id, caller }),
      approvePayout(records, payout, caller, 'body.from'),
    ]);
    const [refunded, ...changes] = await refund(records, posting, customer, [{ id, source, amount }], method, approval);
    return [refunded, ...changes, ...posting.changes()];
  },
  refundView,
);
