import { returns } from '#api/sales/returns.ts';
import { Refunds } from '#domain/finance/receivables/receipt.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { createdBy } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { refundReturnCredit } from './return-refund.ts';

export const refundReturn = command(
  returns.actions.refundReturn,
  on(Returns, (path) => path.returnId),
  ({ body, today, company, records, newId, caller }, ret) => {
    const { date = today, amount, method } = body;
    return refundReturnCredit(records, ret, {
      idFor: (note) => newId('rfd', note),
      date,
      today,
      amount,
      method,
      policies: company.policies,
      caller,
    });
  },
  async (ret, { records, request }) => {
    const refunds = createdBy(request, await records.getMany(Refunds, ret.refundIds));
    return { returnId: ret.id, amount: refunds.reduce((sum, one) => sum + one.amount, 0), refunds: refunds.map(refundView) };
  },
);
