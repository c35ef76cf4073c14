import { Customers, withoutLimit } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { Receipts, type Refund, Refunds } from '#domain/finance/receivables/receipt.ts';
import { payBack } from '#domain/finance/receivables/refunding.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { stamped } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { exposeBy, mayAdjust } from './issuing.ts';
import { receivables } from './module.ts';

export const recordRefund = command(receivables.actions.recordRefund, {
  evidence: ({ made }) => ({ type: Refunds, id: made('rfd'), how: 'make' as const }),
  answer: (refund) => refundView(stamped(refund)),
  run: async ({ body, records, now, made, caller }) => {
    const { from, amount, method } = body;
    const source = await (from.startsWith('rcp_')
      ? records.need(Receipts, from, 'body.from')
      : records.need(CreditNotes, from, 'body.from'));
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, source.customerId)]);
    const date = body.date ?? dateIn(company.timeZone, now);
    const gate = await records.get(Gates, gateIdFor(date, made('rfd')));
    const paid = payBack([[source, { id: made('rfd'), customer, date, amount, method }]], gate, mayAdjust(caller.roles));
    const exposed = await exposeBy(records, withoutLimit(customer), amount);
    return (await records.commit<Refund>([...paid, ...exposed]))[0];
  },
});
