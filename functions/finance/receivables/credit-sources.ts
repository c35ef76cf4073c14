import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, type RecordType, type Stored, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** A document whose unapplied credit can go back to the customer. */
export interface CreditSource {
  readonly customerId: string;
  readonly date: IsoDate;
  /** The document once `refundId` has paid `amount` of it back. @throws DomainError `allocation.too_much` (422). */
  paidBack(refundId: string, date: IsoDate, amount: Minor): Change;
}

/** The receipt or credit note with this id. @throws DomainError `receipt.not_found`, `credit-note.not_found` naming `body.from`. */
export const creditOf = (records: Records, from: string): Promise<CreditSource> =>
  from.startsWith('rcp_') ? sourceOf(records, Receipts, from) : sourceOf(records, CreditNotes, from);

async function sourceOf<T extends Omit<CreditSource, 'paidBack'> & Parameters<typeof settle>[0]>(
  records: Records,
  type: RecordType<T>,
  from: string,
): Promise<CreditSource> {
  const source: Stored<T> = await records.need(type, from, 'body.from');
  const { customerId, date } = source;
  return { customerId, date, paidBack: (by, on, amount) => update(type, source, settle(source, by, on, amount, 'body.amount')) };
}
