import { type IsoDate, monthOf } from '#kernel/date.ts';
import { shortNumber } from '#kernel/id.ts';
import type { Minor } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { type Entry, type EntryDraft, entryDraft, reversed } from '../ledger/entry.ts';
import type { Allocation } from './invoice.ts';

export const METHODS = ['bank', 'cash'] as const;
export type Method = (typeof METHODS)[number];

/** Money received from a customer. What no invoice has taken stays open as unapplied credit. */
export interface Receipt {
  readonly customerId: string;
  readonly customerName: string;
  readonly date: IsoDate;
  readonly method: Method;
  readonly amount: Minor;
  readonly reference?: string;
  /** Unapplied credit: amount less allocations. */
  readonly open: Minor;
  readonly allocations: readonly Allocation[];
  /** How many allocations there were after each later request to use the credit. */
  readonly requests?: readonly (readonly [request: string, allocations: number])[];
  /** How many of the allocations were made with the receipt itself. */
  readonly applied: number;
  readonly entry: Entry;
  /** The bank took it back: its allocations are undone, the invoices open again. */
  readonly reversal?: { readonly id: string; readonly date: IsoDate; readonly reason: string };
}

/** The entry that undoes a receipt that bounced. */
export interface ReceiptReversal {
  readonly date: IsoDate;
  readonly receiptId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly reason: string;
  readonly entry: Entry;
}

/** Money paid back to a customer, out of unapplied credit. */
export interface Refund {
  readonly customerId: string;
  readonly customerName: string;
  readonly date: IsoDate;
  readonly method: Method;
  readonly amount: Minor;
  /** The receipt or credit note whose credit it pays out. */
  readonly from: string;
  readonly entry: Entry;
}

const list = (letter: string) => (r: { date: IsoDate; customerId: string; customerName: string; reference?: string }, id: string) => ({
  bucket: monthOf(r.date),
  sort: `${r.date}#${id}`,
  label: [shortNumber(letter, id), r.customerName, r.reference].filter(Boolean).join(' '),
  party: r.customerId,
});

export const Receipts = recordType<Receipt>({ kind: 'receipt', prefix: 'rcp', history: 'all', list: list('C') });
export const ReceiptReversals = recordType<ReceiptReversal>({ kind: 'receipt-reversal', prefix: 'rcv', history: 'all', list: list('V') });
export const Refunds = recordType<Refund>({ kind: 'refund', prefix: 'rfd', history: 'all', list: list('D') });
export type StoredReceipt = Stored<Receipt>;

/** The entry that takes a receipt back: its own with debits and credits exchanged. */
export const reversalDraft = (receipt: Pick<Receipt, 'customerName' | 'entry'>, date: IsoDate): EntryDraft =>
  entryDraft(date, `Devolución de cobro ${receipt.customerName}`, reversed(receipt.entry.lines));

/** The receipt as it was recorded: what the first answer said. */
export function asReceived<R extends Receipt>({ reversal, ...receipt }: R): Omit<R, 'reversal'> {
  const allocations = receipt.allocations.slice(0, receipt.applied);
  return { ...receipt, allocations, open: receipt.amount - allocations.reduce((sum, a) => sum + a.amount, 0) };
}
