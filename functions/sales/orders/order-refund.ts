import { Customers } from '#domain/crm/customers/customer.ts';
import type { StoredCreditNote } from '#domain/finance/receivables/invoice.ts';
import type { StoredOrder } from '#domain/sales/orders/order.ts';
import { type IsoDate, latest } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { approvePayout, openPosting, type PayoutRequest, refund } from '../../finance/service.ts';
import type { CompanyWorld } from '../../platform/service.ts';
import { selfPaidOf } from './execution.ts';

/**
 * Pays back what the credit notes of an order that has ended, or ended short, still have open: what the customer had paid.
 * Nothing where the company refunds by hand, or one person alone has had a hand in it. A second call finds nothing open. No
 * refund is dated before what it pays back. @returns what was paid.
 */
export async function refundEnded(records: Records, order: StoredOrder, { company, today }: CompanyWorld): Promise<Minor> {
  let refunded = 0;
  for (const payout of await selfPaidOf(records, order, company.policies)) {
    const [note] = payout.sources;
    await refundNote(records, note, payout, latest(today, note.date));
    refunded += note.open;
  }
  return refunded;
}

async function refundNote(records: Records, note: StoredCreditNote, payout: PayoutRequest, date: IsoDate): Promise<void> {
  const id = idFrom('rfd', records.tenant, 'refundOrder', note.id);
  const [customer, posting, approval] = await together([
    records.getOrThrow(Customers, note.customerId),
    openPosting(records, { date, document: id }),
    approvePayout(records, payout, undefined, 'input.orderId'),
  ]);
  const paid = await refund(records, posting, customer, [{ id, source: note, amount: note.open }], 'bank', approval);
  await records.commit([...paid, ...posting.changes()]);
}
