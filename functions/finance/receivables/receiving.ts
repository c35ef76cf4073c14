import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import { type Entry, type EntryDraft, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { receiptLines } from '#domain/finance/receivables/postings.ts';
import type { Method, Receipt } from '#domain/finance/receivables/receipt.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Lets an entry of a document through its period's gate. */
export async function postOne(records: Records, id: string, draft: EntryDraft, adjusts: boolean): Promise<{ entry: Entry; gate: Change }> {
  const { entries, change } = post(await records.get(Gates, gateIdFor(draft.date, id)), [draft], adjusts);
  return { entry: entries[0] as Entry, gate: change };
}

/** A receipt with its entry, all of it still unapplied. */
export async function newReceipt(
  records: Records,
  id: string,
  customer: StoredCustomer,
  {
    date,
    method,
    amount,
    reference,
  }: { readonly date: IsoDate; readonly method: Method; readonly amount: Minor; readonly reference?: string | undefined },
  adjusts: boolean,
): Promise<{ receipt: Receipt; gate: Change }> {
  const draft = entryDraft(date, `Cobro ${customer.name}${reference ? ` ${reference}` : ''}`, receiptLines(customer.id, method, amount));
  const { entry, gate } = await postOne(records, id, draft, adjusts);
  const receipt = {
    customerId: customer.id,
    customerName: customer.name,
    date,
    method,
    amount,
    ...(reference ? { reference } : {}),
    open: amount,
    allocations: [],
    applied: 0,
    entry,
  };
  return { receipt, gate };
}
