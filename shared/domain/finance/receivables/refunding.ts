import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import { type Entry, type EntryDraft, entryDraft } from '../ledger/entry.ts';
import { type Gate, post } from '../ledger/gate.ts';
import { type CreditNote, CreditNotes } from './invoice.ts';
import { notBefore, settle } from './open-item.ts';
import { refundLines } from './postings.ts';
import { type Method, type Receipt, Receipts, type Refund, Refunds } from './receipt.ts';

/** What a refund is made from. The customer's name is as it is now. */
export interface Refunding {
  readonly id: string;
  readonly customer: { readonly id: string; readonly name: string };
  readonly date: IsoDate;
  readonly amount: Minor;
  readonly method: Method;
}

/** The unapplied credit that is paid back: of a receipt, or of a credit note. */
export type CreditSource = Stored<Receipt> | Stored<CreditNote>;

/** The draft of a refund's entry. */
export const refundDraft = ({ customer, date, amount, method }: Omit<Refunding, 'id'>): EntryDraft =>
  entryDraft(date, `Devolución a ${customer.name}`, refundLines(customer.id, method, amount));

/**
 * The changes that pay unapplied credit back, of one source or of several at once: each refund with its entry and the
 * source whose credit it takes, and the gate that lets them all through.
 * @throws DomainError `allocation.too_much`, `refund.too_early`, `period.…` (422).
 */
export function payBack(
  refunds: readonly (readonly [CreditSource, Refunding])[],
  gate: Stored<Gate> | undefined,
  adjusts: boolean,
): Change[] {
  for (const [source, { date }] of refunds) notBefore(date, source.date, 'refund');
  const { entries, change } = post(
    gate,
    refunds.map(([, refunding]) => refundDraft(refunding)),
    adjusts,
  );
  const paid = refunds.flatMap(([source, refunding], i) => {
    const { id, date, amount } = refunding;
    return [create(Refunds, id, refundOf(refunding, source.id, entries[i] as Entry)), reduced(source, id, date, amount)];
  });
  return [...paid, change];
}

/** @param from id of the receipt or credit note whose credit it pays out. */
export const refundOf = ({ customer, date, amount, method }: Omit<Refunding, 'id'>, from: string, entry: Entry): Refund => ({
  customerId: customer.id,
  customerName: customer.name,
  date,
  method,
  amount,
  from,
  entry,
});

function reduced(source: CreditSource, id: string, date: IsoDate, amount: Minor): Change {
  return source.id.startsWith('crn_')
    ? update(CreditNotes, source as Stored<CreditNote>, settle(source as Stored<CreditNote>, id, date, amount, 'body.amount'))
    : update(Receipts, source as Stored<Receipt>, settle(source as Stored<Receipt>, id, date, amount, 'body.amount'));
}
