import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, type Stored, createNext } from '#kernel/record.ts';
import { type Entry, type EntryDraft, type EntryLine, entryDraft } from '../ledger/entry.ts';
import { type Gate, post } from '../ledger/gate.ts';
import type { Totals } from '../tax/totals.ts';
import { type Bill, type CreditNote, type Invoice, type InvoiceLine, Invoices, type Party, dueDate } from './invoice.ts';
import { creditNoteLines, invoiceLines } from './postings.ts';

/** What an invoice is made from, whether it bills a shipment, an order or a draft. */
export interface Billable {
  readonly number: string;
  readonly date: IsoDate;
  readonly customerId: string;
  readonly customer: Party;
  readonly orderId?: string;
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  readonly pricesIncludeTax: boolean;
  readonly notes?: string;
}

type Unposted<B extends Bill> = Omit<B, 'entry'>;

/**
 * An invoice ready to be posted, and its entry. `extra` lines (cost of goods that leave in the same action) join the
 * same entry. @throws DomainError `invoice.zero` (422): there is nothing to ask for.
 */
export function issueInvoice(
  bill: Billable,
  paymentDays: number,
  extra: readonly EntryLine[] = [],
  more: { readonly shipmentId?: string; readonly operationDate?: IsoDate } = {},
): { invoice: Unposted<Invoice>; draft: EntryDraft } {
  if (bill.totals.gross <= 0) throw refused('invoice.zero', 'The invoice would ask for nothing: its total is not above zero.', 'body');
  const draft = entryDraft(bill.date, `Factura ${bill.number} ${bill.customer.name}`, [...invoiceLines(bill.customerId, bill.lines, bill.totals), ...extra]);
  return { invoice: { ...bill, ...more, dueDate: dueDate(bill.date, paymentDays), open: bill.totals.gross, allocations: [] }, draft };
}

/** A corrective invoice ready to be posted, and its entry; `extra` lines restore the cost of goods that came back. */
export function issueCreditNote(
  bill: Billable,
  why: { readonly reason: string; readonly corrects?: string; readonly returnId?: string },
  extra: readonly EntryLine[] = [],
): { creditNote: Unposted<CreditNote>; draft: EntryDraft } {
  if (bill.totals.gross <= 0) throw refused('credit_note.zero', 'The credit note would give back nothing: its total is not above zero.', 'body');
  const draft = entryDraft(bill.date, `Rectificativa ${bill.number} ${bill.customer.name}`, [...creditNoteLines(bill.customerId, bill.lines, bill.totals), ...extra]);
  return { creditNote: { ...bill, ...why, open: bill.totals.gross, allocations: [], applied: 0 }, draft };
}

/** The changes that issue an invoice: the numbered record with its entry, and the gate that let it through. */
export function postInvoice(
  invoiceId: string,
  billable: Billable,
  paymentDays: number,
  gate: Stored<Gate> | undefined,
  adjusts: boolean,
  extra: readonly EntryLine[] = [],
  more: { readonly shipmentId?: string } = {},
): { changes: Change[]; entries: Entry[] } {
  const { invoice, draft } = issueInvoice(billable, paymentDays, extra, more);
  const { entries, change } = post(gate, [draft], adjusts);
  return { entries, changes: [createNext(Invoices, invoiceId, { ...invoice, entry: entries[0] as Entry }), change] };
}
