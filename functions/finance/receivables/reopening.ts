import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { applied, settle, unsettle } from '#domain/finance/receivables/open-item.ts';
import type { StoredReceipt } from '#domain/finance/receivables/receipt.ts';
import { present } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { minorText } from '#kernel/money.ts';
import { type Change, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/**
 * Takes a receipt back: the invoices that it paid are open again by the same amounts, and all of the receipt goes to the
 * reversal. Nothing is erased: each side gets a negative allocation.
 * @throws DomainError `receipt.refunded` (422) when part of it was paid back.
 */
export async function reopenInvoices(
  records: Records,
  receipt: StoredReceipt,
  reversalId: string,
  date: IsoDate,
): Promise<{ receipt: StoredReceipt; changes: Change[] }> {
  const paid = [...applied(receipt)];
  const refund = paid.find(([id]) => !id.startsWith('inv_'));
  if (refund)
    throw refused(
      'receipt.refunded',
      `${minorText(refund[1])} EUR of this receipt were paid back by ${refund[0]}: it can no longer be reversed.`,
      'path.receiptId',
      {
        refund: refund[0],
        amount: minorText(refund[1]),
      },
    );
  const invoices = await records.getMany(
    Invoices,
    paid.map(([id]) => id),
  );
  const changes = paid.map(([id, amount], i) => {
    const invoice = present(invoices[i], id);
    return update(Invoices, invoice, unsettle(invoice, reversalId, date, amount));
  });
  const unapplied = paid.reduce((after, [id, amount]) => unsettle(after, id, date, amount), receipt);
  return { receipt: settle(unapplied, reversalId, date, receipt.amount, 'path.receiptId'), changes };
}
