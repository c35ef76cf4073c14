import type { StoredCreditNote, StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';

/** What is to go out. */
export interface EInvoiceToSend {
  readonly document: StoredInvoice | StoredCreditNote;
  readonly company: StoredCompany;
  readonly records: Records;
}

/** Somebody takes the file out by hand and records it, or it has gone by itself on a day. */
type Sending = { readonly by: 'person' } | { readonly by: 'itself'; readonly on: IsoDate };

/**
 * The boundary: how an invoice among businesses leaves the house. An adapter for the public platform or a private one takes this place, in
 * a worker of its own with a grant to one address. It may be asked again for what it has sent (a crash between both, an event that comes
 * twice): the document's id is the key by which it sends once, and answers the day of the first time.
 */
export interface EInvoiceSender {
  send(outgoing: EInvoiceToSend): Promise<Sending>;
}

/** No platform has published where and how it takes invoices: everything is left to a person (`EINVOICE_CHANNELS` says where to). */
export const OFF: EInvoiceSender = { send: async () => ({ by: 'person' }) };
