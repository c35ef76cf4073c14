import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, createNext, type Stored } from '#kernel/record.ts';
import { type Entry, type EntryDraft, type EntryLine, entryDraft } from '../ledger/entry.ts';
import { type Gate, post } from '../ledger/gate.ts';
import type { Totals } from '../tax/totals.ts';
import {
  type Bill,
  billId,
  type CreditNote,
  dueDate,
  type Invoice,
  type InvoiceLine,
  Invoices,
  invoiceSeries,
  numberIn,
  type Party,
} from './invoice.ts';
import { creditNoteLines, invoiceLines } from './postings.ts';

/** What an invoice is made from, whether it bills a shipment, an order or a draft. */
export interface Billable {
  readonly date: IsoDate;
  readonly customerId: string;
  readonly customer: Party;
  readonly orderId?: string;
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  readonly pricesIncludeTax: boolean;
  readonly notes?: string;
}
type Numbered = Billable & { readonly number: string };

/** What an invoice says beside what it bills. */
interface More {
  readonly shipmentId?: string;
  /** Day of the operation, where it is not the date of issue (RD 1619/2012, art. 6.1.i). */
  readonly operationDate?: IsoDate;
}

type Unposted<B extends Bill> = Omit<B, 'entry'>;

/**
 * An invoice ready to be posted, and its entry. `extra` lines (cost of goods that leave in the same action) join the
 * same entry. @throws DomainError `invoice.zero` (422): there is nothing to ask for.
 */
export function issueInvoice(
  bill: Numbered,
  paymentDays: number,
  extra: readonly EntryLine[] = [],
  more: More = {},
): { invoice: Unposted<Invoice>; draft: EntryDraft } {
  if (bill.totals.gross <= 0) throw refused('invoice.zero', 'The invoice would ask for nothing: its total is not above zero.', 'body');
  const draft = entryDraft(bill.date, `Factura ${bill.number} ${bill.customer.name}`, [
    ...invoiceLines(bill.customerId, bill.lines, bill.totals),
    ...extra,
  ]);
  return { invoice: { ...bill, ...more, dueDate: dueDate(bill.date, paymentDays), open: bill.totals.gross, allocations: [] }, draft };
}

/** A corrective invoice ready to be posted, and its entry; `extra` lines restore the cost of goods that came back. */
export function issueCreditNote(
  bill: Numbered,
  why: { readonly reason: string; readonly corrects?: string; readonly returnId?: string },
  extra: readonly EntryLine[] = [],
): { creditNote: Unposted<CreditNote>; draft: EntryDraft } {
  if (bill.totals.gross <= 0)
    throw refused('credit_note.zero', 'The credit note would give back nothing: its total is not above zero.', 'body');
  const draft = entryDraft(bill.date, `Rectificativa ${bill.number} ${bill.customer.name}`, [
    ...creditNoteLines(bill.customerId, bill.lines, bill.totals),
    ...extra,
  ]);
  return { creditNote: { ...bill, ...why, open: bill.totals.gross, allocations: [], applied: 0 }, draft };
}

/** The id of the invoice that is number `count` of its series: what `nextNumber` counts by. */
export const invoiceIdOf = (date: IsoDate, count: number): string => billId(invoiceSeries(date), count);

/** What issuing takes beside the bill itself. */
export interface Issuing {
  /** Next number of the series. */
  readonly count: number;
  /** The gate that `gateIdFor(date, invoiceIdOf(date, count))` names. */
  readonly gate: Stored<Gate> | undefined;
  /** Whether the caller may post into a closed period. */
  readonly adjusts: boolean;
  readonly paymentDays: number;
  /** Lines that join the same entry: the cost of goods that leave in the same action. */
  readonly costs?: readonly EntryLine[];
  readonly more?: More;
}

/**
 * The changes that issue an invoice: the numbered record with its entry, and the gate that let it through. The number
 * is the record's id, so a rival who takes it first makes the commit fail, and no number is ever given twice or left out.
 * @throws DomainError `invoice.zero`, `period.not_open`, `period.closed`, `period.locked` (422).
 */
export function postInvoice(
  bill: Billable,
  { count, gate, adjusts, paymentDays, costs, more }: Issuing,
): { invoiceId: string; entries: Entry[]; changes: Change[] } {
  const invoiceId = invoiceIdOf(bill.date, count);
  const { invoice, draft } = issueInvoice({ ...bill, number: numberIn(invoiceSeries(bill.date), count) }, paymentDays, costs, more);
  const { entries, change } = post(gate, [draft], adjusts);
  return { invoiceId, entries, changes: [createNext(Invoices, invoiceId, { ...invoice, entry: entries[0] as Entry }), change] };
}
