import { Customers, withoutLimit } from '#domain/crm/customers/customer.ts';
import { entryDraft } from '#domain/finance/ledger/entry.ts';
import { notBefore } from '#domain/finance/receivables/open-item.ts';
import { refundLines } from '#domain/finance/receivables/postings.ts';
import { type Refund, Refunds } from '#domain/finance/receivables/receipt.ts';
import { refundView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { creditOf } from './credit-sources.ts';
import { exposeBy, mayAdjust } from './issuing.ts';
import { receivables } from './module.ts';
import { postOne } from './receiving.ts';

export const recordRefund = command(receivables.actions.recordRefund, {
  evidence: ({ made }) => ({ type: Refunds, id: made('rfd'), how: 'make' as const }),
  answer: (refund) => refundView(stamped(refund)),
  run: async ({ body, records, now, made, caller }) => {
    const id = made('rfd');
    const source = await creditOf(records, body.from);
    const [company, customer] = await Promise.all([records.need(Companies, COMPANY_ID), records.need(Customers, source.customerId)]);
    const date = body.date ?? dateIn(company.timeZone, now);
    notBefore(date, source.date, 'refund');
    const paid = source.paidBack(id, date, body.amount);
    const draft = entryDraft(date, `Devolución a ${customer.name}`, refundLines(customer.id, body.method, body.amount));
    const { entry, gate } = await postOne(records, id, draft, mayAdjust(caller.roles));
    const { method, amount, from } = body;
    const refund: Refund = { customerId: customer.id, customerName: customer.name, date, method, amount, from, entry };
    const exposed = await exposeBy(records, withoutLimit(customer), body.amount);
    return (await records.commit<Refund>([create(Refunds, id, refund), paid, gate, ...exposed]))[0];
  },
});
