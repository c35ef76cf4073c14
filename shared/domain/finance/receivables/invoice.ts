import type { z } from 'zod/mini';
import type { Address } from '#kernel/address.ts';
import { addDays, type IsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { add, decimal, divide, format, multiply } from '#kernel/decimal.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { type RecordType, recordType, type Stored } from '#kernel/record.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Totals } from '../tax/totals.ts';

/** Who stands on an invoice, as they were on that day (RD 1619/2012, art. 6.1.c–e). */
export interface Party {
  readonly name: string;
  readonly taxId?: string;
  readonly address?: z.output<typeof Address>;
  readonly email?: string;
}

/** The customer as the invoice shows it, for good. */
export const partyOf = ({ name, taxId, address, email }: { [K in keyof Party]: Party[K] | undefined } & { name: string }): Party => ({
  name,
  ...(taxId ? { taxId } : {}),
  ...(address ? { address } : {}),
  ...(email ? { email } : {}),
});

export interface InvoiceLine {
  readonly code: string;
  readonly name: string;
  readonly kind: 'stocked' | 'service';
  readonly quantity: Quantity;
  readonly price: string;
  readonly discount?: string;
  readonly taxCode: string;
  readonly percent: string;
  readonly net: Minor;
  /** Line of the order that it bills. */
  readonly orderLine?: number;
}

/** The unit price without tax that an invoice must show (art. 6.1.f): where prices include tax, to 4 decimals. */
export function netUnitPrice({ price, percent }: Pick<InvoiceLine, 'price' | 'percent'>, pricesIncludeTax: boolean): string {
  if (!pricesIncludeTax) return price;
  const hundred = decimal('100');
  return format(divide(multiply(decimal(price), hundred), add(hundred, decimal(percent)), 4));
}

/** Money taken off an open item: by a receipt, a credit note or a refund. */
export interface Allocation {
  /** The document on the other side. */
  readonly with: string;
  readonly date: IsoDate;
  readonly amount: Minor;
}

/** What invoices and credit notes share. Beside `allocations` and `open`, nothing of it ever changes. */
export interface Bill {
  readonly number: string;
  readonly date: IsoDate;
  readonly customerId: string;
  readonly customer: Party;
  readonly orderId?: string;
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  readonly pricesIncludeTax: boolean;
  readonly notes?: string;
  readonly entry: Entry;
  /** How many allocations there were after each later request to use the credit. */
  readonly requests?: readonly (readonly [request: string, allocations: number])[];
  /** What is still to be paid, or (credit note) still to be used. Minor units ≥ 0. */
  readonly open: Minor;
  readonly allocations: readonly Allocation[];
}

export interface Invoice extends Bill {
  readonly dueDate: IsoDate;
  readonly shipmentId?: string;
  /** Day of the operation, where it is not the date of issue (art. 6.1.i). */
  readonly operationDate?: IsoDate;
  /** Reminders sent so far. */
  readonly reminders?: number;
  /** What credit notes have given back: net and quantity by line, tax by code. Minor units. */
  readonly credited?: readonly Minor[];
  readonly creditedQuantities?: readonly Quantity[];
  readonly creditedTaxes?: Readonly<Record<string, Minor>>;
  /** The credit notes over it, by the request that asked for them. */
  readonly creditNotes?: readonly { readonly id: string; readonly request: string }[];
}

/** A corrective invoice (RD 1619/2012, art. 15), in a series of its own. Amounts are positive: it gives back. */
export interface CreditNote extends Bill {
  /** Invoice that it corrects; absent for a credit without reference. */
  readonly corrects?: string;
  readonly reason: string;
  readonly returnId?: string;
  /** How many of the allocations were made with the credit note itself. */
  readonly applied: number;
}

const bill = <T extends Bill>(kind: string, prefix: string): RecordType<T> =>
  recordType<T>({
    kind,
    prefix,
    history: 'all',
    list: (b, id) => ({
      bucket: monthOf(b.date),
      sort: `${b.date}#${id}`,
      label: `${b.number} ${b.customer.name} ${b.customer.taxId ?? ''}`,
      party: b.customerId,
    }),
  });

export const Invoices: RecordType<Invoice> = {
  ...bill<Invoice>('invoice', 'inv'),
  open: (i, id) => (i.open > 0 ? { queue: 'pay', sort: `${i.dueDate}#${id}`, amount: i.open } : undefined),
};
export const CreditNotes = bill<CreditNote>('credit-note', 'crn');
export type StoredInvoice = Stored<Invoice>;
export type StoredCreditNote = Stored<CreditNote>;

/** A series of correlative numbers: one per kind of document and calendar year (RD 1619/2012, art. 6.1.a). */
export interface Series {
  readonly letter: 'F' | 'R';
  readonly prefix: 'inv' | 'crn';
  readonly year: string;
}
export const invoiceSeries = (date: IsoDate): Series => ({ letter: 'F', prefix: 'inv', year: yearOf(date) });
export const creditNoteSeries = (date: IsoDate): Series => ({ letter: 'R', prefix: 'crn', year: yearOf(date) });
/** `F2026-000123` */
export const numberIn = (series: Series, count: number): string => `${series.letter}${series.year}-${String(count).padStart(6, '0')}`;
/** The number is the record's id, so a number can never be given twice: `inv_F2026-000123`. */
export const billId = (series: Series, count: number): string => `${series.prefix}_${numberIn(series, count)}`;

export const dueDate = (date: IsoDate, paymentDays: number): IsoDate => addDays(date, paymentDays);

/** What an issued invoice learns later. */
type Later = 'reminders' | 'credited' | 'creditedQuantities' | 'creditedTaxes' | 'creditNotes';

/** The invoice as it was issued: what the first answer said. */
export function asIssued<I extends Invoice>(issued: I): Omit<I, Later> {
  const { reminders, credited, creditedQuantities, creditedTaxes, creditNotes, ...invoice } = issued;
  return { ...invoice, open: invoice.totals.gross, allocations: [] };
}

/** The credit note as it was issued: with the allocation to its own invoice, and no later one. */
export function asCredited<C extends CreditNote>(note: C): C {
  const allocations = note.allocations.slice(0, note.applied);
  return { ...note, allocations, open: note.totals.gross - allocations.reduce((sum, a) => sum + a.amount, 0) };
}
