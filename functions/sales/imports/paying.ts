import { Credits, creditId, expose, type StoredCustomer, withoutLimit } from '#domain/crm/customers/customer.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import type { Receipt } from '#domain/finance/receivables/receipt.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** The receipt with its money on one invoice, all of it. */
export const paidOff = (receipt: Receipt, invoiceId: string): Receipt => ({
  ...settle(receipt, invoiceId, receipt.date, receipt.open, 'body'),
  applied: 1,
});

/** What the customer has at risk changes whatever their limit: the goods left the shop long ago. */
export async function exposure(records: Records, customer: StoredCustomer, amount: Minor): Promise<Change[]> {
  const credit = customer.creditLimit === undefined ? undefined : await records.get(Credits, creditId(customer.id));
  return expose(withoutLimit(customer), credit, amount);
}
