import { APPLY, PAY } from '#domain/finance/open-items/queues.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import type { Minor } from '#kernel/money.ts';
import type { RecordType } from '#kernel/record.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** What a customer owes: open invoices less unapplied credit, each record read as it stands. */
export async function openBalance(records: Records, customerId: string): Promise<Minor> {
  const sum = async <T extends { readonly open: Minor }>(type: RecordType<T>, queue: string) => {
    let total = 0;
    for await (const { open } of openRecords(records, type, queue, { party: customerId })) total += open;
    return total;
  };
  const [open, notes, receipts] = await Promise.all([sum(Invoices, PAY), sum(CreditNotes, APPLY), sum(Receipts, APPLY)]);
  return RECEIVABLES.balance(open, notes + receipts);
}
