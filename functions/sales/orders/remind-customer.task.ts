import * as z from 'zod/mini';
import { Customers } from '#domain/crm/customers/customer.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { reminderText } from '#domain/finance/receivables/reminder.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { toRemind } from '#domain/sales/orders/workflow.ts';
import { dateIn, type IsoDate } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { dunningDaysOf, owedOn, paymentState } from './execution.ts';
import { send } from './mail-gateway.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

/**
 * Takes the dunning step that is due on each open invoice of the order, and sets the timer for the next. The step is
 * told on the invoice before the mail leaves: after a crash between, a customer gets one reminder too few, never two.
 */
export const handler = task('remindCustomer', Input, async ({ input, records, now }) => {
  const [order, company] = await Promise.all([records.need(Orders, input.orderId), records.need(Companies, COMPANY_ID)]);
  const today = dateIn(company.timeZone, now);
  for (const invoice of toRemind(await owedOn(records, order), dunningDaysOf(company.policies), today))
    await remind(records, invoice, company, today);
  return paymentState(records, order, await owedOn(records, order), now);
});

async function remind(records: Records, invoice: StoredInvoice, company: StoredCompany, today: IsoDate): Promise<void> {
  const step = (invoice.reminders ?? 0) + 1;
  const customer = await records.need(Customers, invoice.customerId);
  await records.commit([update(Invoices, invoice, { ...invoice, reminders: step })]);
  const to = customer.email ?? invoice.customer.email;
  if (to) await send({ to, replyTo: company.email, ...reminderText(invoice, company, step, today) });
}
