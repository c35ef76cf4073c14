import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { type Entry, type EntryDraft, entryDraft } from '../ledger/entry.ts';
import { receiptLines } from './postings.ts';
import type { Method, Receipt } from './receipt.ts';

/** What a receipt is made from. */
export interface Receiving {
  readonly date: IsoDate;
  readonly method: Method;
  readonly amount: Minor;
  readonly reference?: string | undefined;
}
interface Payer {
  readonly id: string;
  readonly name: string;
}

export const receiptDraft = (customer: Payer, { date, method, amount, reference }: Receiving): EntryDraft =>
  entryDraft(date, `Cobro ${customer.name}${reference ? ` ${reference}` : ''}`, receiptLines(customer.id, method, amount));

/** A receipt with its entry, all of it still unapplied. */
export const receivedFrom = (customer: Payer, { date, method, amount, reference }: Receiving, entry: Entry): Receipt => ({
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
});
