import { Customers } from '#domain/crm/customers/customer.ts';
import { asReceived, type Receipt, Receipts, type StoredReceipt } from '#domain/finance/receivables/receipt.ts';
import { receiptView } from '#domain/finance/receivables/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { create } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { allocateTo, oldestFirst, requireCovered } from './allocating.ts';
import { exposeBy, mayAdjust } from './issuing.ts';
import { receivables } from './module.ts';
import { newReceipt } from './receiving.ts';

export const recordReceipt = command(receivables.actions.recordReceipt, {
  evidence: ({ made }) => ({ type: Receipts, id: made('rcp'), how: 'make' as const }),
  answer: (receipt) => receiptView(stampedAtBirth(asReceived<StoredReceipt>(receipt))),
  run: async ({ body, records, now, made, caller }) => {
    const [company, customer] = await Promise.all([
      records.need(Companies, COMPANY_ID),
      records.need(Customers, body.customerId, 'body.customerId'),
    ]);
    const date = body.date ?? dateIn(company.timeZone, now);
    if (body.allocations && body.auto) throw invalid('allocation.auto', 'Give either allocations or auto, not both.', 'body.auto');
    const asked = body.allocations ?? (body.auto ? await oldestFirst(records, customer.id, body.amount) : []);
    requireCovered(asked, body.amount);
    const { receipt, gate } = await newReceipt(records, made('rcp'), customer, { ...body, date }, mayAdjust(caller.roles));
    const { source, changes } = await allocateTo(records, { ...receipt, id: made('rcp') }, asked, date);
    const { id, ...data } = source as Receipt & { id: string };
    const relieved = await exposeBy(records, customer, -body.amount);
    return (await records.commit<Receipt>([create(Receipts, id, { ...data, applied: asked.length }), ...changes, gate, ...relieved]))[0];
  },
});
