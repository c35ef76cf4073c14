import * as z from 'zod/mini';
import { Credits, Customers, creditId, expose, withoutLimit } from '#domain/crm/customers/customer.ts';
import { Gates, gateIdFor } from '#domain/finance/ledger/gate.ts';
import { CreditNotes, type StoredCreditNote } from '#domain/finance/receivables/invoice.ts';
import { payBack } from '#domain/finance/receivables/refunding.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { dateIn } from '#kernel/date.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { owedOn } from './execution.ts';

const Input = z.strictObject({ tenant: z.string(), orderId: z.string(), execution: z.string() });

/**
 * Pays back what a cancelled order's credit notes still have open, which is what the customer had paid. Does nothing
 * where the company refunds by hand. A second call finds nothing open.
 */
export const handler = task('refundOrder', Input, async ({ input, records, now }) => {
  const order = await records.need(Orders, input.orderId);
  const company = await records.need(Companies, COMPANY_ID);
  if (company.policies.refunds !== 'automatic') return { refunded: 0 };
  const invoices = await owedOn(records, order);
  const notes = await records.getMany(
    CreditNotes,
    invoices.flatMap((invoice) => (invoice.creditNotes ?? []).map((note) => note.id)),
  );
  let refunded = 0;
  for (const note of notes) {
    if (!note || note.open === 0) continue;
    await refund(records, note, dateIn(company.timeZone, now));
    refunded += note.open;
  }
  return { refunded };
});

async function refund(records: Records, note: StoredCreditNote, today: string): Promise<void> {
  const id = idFrom('rfd', records.tenant, 'refundOrder', note.id);
  const customer = await records.need(Customers, note.customerId);
  const gate = await records.get(Gates, gateIdFor(today, id));
  const credit = customer.creditLimit === undefined ? undefined : await records.get(Credits, creditId(customer.id));
  const exposed = expose(withoutLimit(customer), credit, note.open);
  await records.commit([...payBack([[note, { id, customer, date: today, amount: note.open, method: 'bank' }]], gate, false), ...exposed]);
}
