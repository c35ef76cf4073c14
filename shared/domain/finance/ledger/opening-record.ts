import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import type { SupplierBill, SupplierCredit } from '../payables/supplier-bill.ts';
import { type CreditNote, type Invoice, type Party, partyOf } from '../receivables/invoice.ts';

const OPENING_STATES = ['bringing', 'rolling-back', 'rolled-back', 'posted', 'taking-back', 'taken-back'] as const;
/** Under way: by a request that is at work, or that was cut off. */
const UNFINISHED: readonly string[] = ['bringing', 'rolling-back', 'taking-back'];

/**
 * How the books of a company were opened. While documents of another program are brought along (or taken back) it is under way: they
 * come in batches, and the last transaction posts the entry that has what they come to.
 */
export const OpeningRecord = z.object({
  year: z.string(),
  /** The first day of the books. */
  date: z.string(),
  state: z.enum(OPENING_STATES),
  /** Id of the manual entry. */
  entry: z.string(),
  /** Documents that came along, and the parts in which they did. */
  documents: z.int(),
  parts: z.int(),
  /** Customers and suppliers that it created. */
  created: z.int(),
});
export type OpeningRecord = Readonly<z.output<typeof OpeningRecord>>;
export type StoredOpening = Stored<OpeningRecord>;

export const Openings = recordType<OpeningRecord>({
  kind: 'opening',
  prefix: 'opn',
  data: OpeningRecord,
  history: 'all',
  open: ({ state }, id) => (UNFINISHED.includes(state) ? { queue: UNDER_WAY, sort: id } : undefined),
  lifecycle: {
    of: ({ state }) => state,
    next: {
      bringing: ['posted', 'rolling-back'],
      'rolling-back': ['rolled-back'],
      posted: ['taking-back', 'taken-back'],
      'taking-back': ['posted', 'taken-back'],
    },
  },
  screen: { none: 'Its entry is shown in the journal.' },
  read: 'books.read',
});

/** A document that was open when the books began, as it was found: enough to make it. */
export const BroughtItem = z.object({
  /** Id of the document. */
  id: z.string(),
  party: z.string(),
  number: z.string(),
  date: z.string(),
  due: z.string(),
  /** Minor units above zero. */
  amount: z.int(),
});
export type BroughtItem = Readonly<z.output<typeof BroughtItem>>;

/** What one transaction of an opening made, or took back (`<id>r`). */
export const OpeningPart = z.object({
  opening: z.string(),
  items: list(BroughtItem),
  /** Customers and suppliers that it created. */
  parties: list(z.string()),
});
export type OpeningPart = Readonly<z.output<typeof OpeningPart>>;
export const OpeningParts = recordType<OpeningPart>({
  kind: 'opening-part',
  prefix: 'opp',
  data: OpeningPart,
  history: 'ends',
  screen: { none: 'It only says which documents came along already.' },
  read: 'books.read',
});
export const openingPartId = (opening: string, no: number, taken = false): string => `opp_${opening.slice(4)}.${no}${taken ? 'r' : ''}`;

const totalsOf = (amount: Minor) => ({ net: amount, tax: 0, rounding: 0, gross: amount, taxes: [] });
type Source = Pick<StoredOpening, 'id' | 'date'>;
const openItem = ({ id: opening, date: on }: Source, amount: Minor) => ({
  ...{ totals: totalsOf(amount), lines: [], open: amount, allocations: [] },
  brought: { opening, on },
});

/** Who owes, as their documents show them. */
type Owing = { readonly [K in keyof Party]: Party[K] | undefined } & { readonly id: string; readonly name: string };
const billing = (opening: Source, { number, date, amount }: BroughtItem, customer: Owing) => ({
  ...{ number, date, customerId: customer.id, customer: partyOf(customer), pricesIncludeTax: false },
  ...openItem(opening, amount),
});
export const broughtInvoice = (opening: Source, item: BroughtItem, customer: Owing): Invoice => ({
  ...billing(opening, item, customer),
  dueDate: item.due,
});
export const broughtCredit = (opening: Source, item: BroughtItem, customer: Owing): CreditNote => ({
  ...billing(opening, item, customer),
  reason: 'Saldo a favor anterior a la apertura',
});

interface Owed {
  readonly id: string;
  readonly name: string;
  readonly taxId?: string | undefined;
}
const purchase = (opening: Source, { number, date, amount }: BroughtItem, { id, name, taxId }: Owed) => ({
  ...{ register: `AP-${number}`, supplierId: id, supplierName: name, ...(taxId ? { supplierTaxId: taxId } : {}) },
  ...{ reference: number, date, receivedOn: date },
  ...openItem(opening, amount),
});
export const broughtBill = (opening: Source, item: BroughtItem, supplier: Owed): SupplierBill => ({
  ...purchase(opening, item, supplier),
  dueDate: item.due,
});
export const broughtSupplierCredit = (opening: Source, item: BroughtItem, supplier: Owed): SupplierCredit =>
  purchase(opening, item, supplier);

/** When a document is due: as its row says, else as whoever owes it pays. */
export const dueOf = ({ date, due }: { readonly date: IsoDate; readonly due?: IsoDate }, paymentDays: number): IsoDate =>
  due ?? addDays(date, paymentDays);

interface Brought {
  readonly id: string;
  readonly open: Minor;
  readonly totals: { readonly gross: Minor };
  readonly creditNoteIds?: readonly string[];
  readonly paymentRunId?: string;
}

/** What has been paid, used, credited or put into a run is not taken back with the opening: whoever did it undoes it first. */
export const refusalOfSettledItem = ({ id, open, totals, creditNoteIds = [], paymentRunId }: Brought): Refusal | undefined =>
  open === totals.gross && paymentRunId === undefined && creditNoteIds.length === 0
    ? undefined
    : refusal(
        'opening.settled',
        `${id} came with the opening, and has been paid, used, credited or put into a payment run since. Undo that first: then the opening can be reversed.`,
        'path.entryId',
        { document: id },
      );

/** A document that came along has neither lines nor tax here. */
export const refusalOfBrought = (
  { id, brought }: { readonly id: string; readonly brought?: unknown },
  field: string,
): Refusal | undefined =>
  brought === undefined
    ? undefined
    : refusal(
        'document.brought',
        `${id} came from another program with the opening: its lines, its tax and its paper are there. To correct it, reverse the opening entry and bring it as it ought to be.`,
        field,
        { document: id },
      );
