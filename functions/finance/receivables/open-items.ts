import type { Due } from '#domain/finance/open-items/ageing.ts';
import { APPLY, dueDateIn, PAY } from '#domain/finance/open-items/queues.ts';
import { MAX_PER_REQUEST } from '#domain/finance/open-items/subledger.ts';
import { CreditNotes, Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import type { Minor } from '#kernel/money.ts';
import type { RecordType } from '#kernel/record.ts';
import { openRecords, openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** What invoices have open, and when it is due: from the index of what is open alone, however long the history is. */
export async function openInvoices(tenant: string): Promise<Due[]> {
  const pages = await Array.fromAsync(openRows(tenant, Invoices, PAY));
  return pages.flat().map(({ sort, amount }) => ({ dueDate: dueDateIn(sort), open: amount }));
}

/** Credit that receipts and credit notes have left to use: from the index too. */
export async function unappliedCredit(tenant: string): Promise<Minor> {
  const rows = await Promise.all([CreditNotes, Receipts].map((type) => Array.fromAsync(openRows(tenant, type, APPLY))));
  return rows.flat(2).reduce((sum, { amount }) => sum + amount, 0);
}

/** The invoices of a customer that an amount pays, first due first, as many as one request may pay. */
export async function firstDue(records: Records, customerId: string, amount: Minor): Promise<StoredInvoice[]> {
  const found: StoredInvoice[] = [];
  let left = amount;
  for await (const invoice of openRecords(records, Invoices, PAY, { party: customerId })) {
    found.push(invoice);
    left -= invoice.open;
    if (left <= 0 || found.length === MAX_PER_REQUEST) break;
  }
  return found;
}

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
