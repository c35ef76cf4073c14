import { Refunds } from '#domain/finance/receivables/receipt.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import { dateIn } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { stamped } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { returns } from './module.ts';
import { refund } from './refunding.ts';

export const refundReturn = command(returns.actions.refundReturn, {
  evidence: ({ path }) => ({ type: Returns, id: path.returnId, how: 'on' as const }),
  answer: async (ret, { records, made }) => {
    const ids = ret.refunds.find(({ request }) => request === made('rrq'))?.ids ?? [];
    const refunds = (await records.getMany(Refunds, ids)).filter((found) => found !== undefined);
    return {
      returnId: ret.id,
      amount: refunds.reduce((sum, one) => sum + one.amount, 0),
      refunds: refunds.map((one) => refundView(stamped(one))),
    };
  },
  run: async ({ body, records, now, made, caller }, ret) => {
    // Money leaves: who announced the return does not pay it back, unless the company is theirs.
    if (ret.history[0]?.by === caller.email && !caller.roles.includes('owner'))
      throw refused('return.same_person', 'You announced this return; somebody else must pay it back.', 'path.returnId');
    const company = await records.need(Companies, COMPANY_ID);
    const date = body.date ?? dateIn(company.timeZone, now);
    const { amount, method } = body;
    return refund(records, ret, { request: made('rrq'), idFor: (note) => made('rfd', note), date, amount, method, adjusts: true });
  },
});
