import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { Entry, EntryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import type { Receipt } from '#domain/finance/receivables/receipt.ts';
import { type Receiving, receiptDraft, receivedFrom } from '#domain/finance/receivables/receiving.ts';
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
  receiving: Receiving,
  adjusts: boolean,
): Promise<{ receipt: Receipt; gate: Change }> {
  const { entry, gate } = await postOne(records, id, receiptDraft(customer, receiving), adjusts);
  return { receipt: receivedFrom(customer, receiving, entry), gate };
}
