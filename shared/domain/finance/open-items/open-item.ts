import * as z from 'zod/mini';
import { type IsoDate, latest } from '#kernel/date.ts';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { BASE_CURRENCY, type Minor, minorText, shareOf, unlessBase } from '#kernel/money.ts';
import { list } from '#kernel/stored.ts';

/** Money taken off an open item by a document on the other side: a receipt, a credit note, a refund. Negative: given back. */
export const Allocation = z.object({
  /** The document on the other side. */
  with: z.string(),
  date: z.string(),
  amount: z.int(),
  /** The same in the currency of the documents, where that is not the one of the books. */
  foreign: z.exactOptional(z.int()),
});
export type Allocation = Readonly<z.output<typeof Allocation>>;

/**
 * A document with something still to pay, or credit still to use. `open` + Σ allocations is always its whole amount. One in a
 * foreign currency is settled in that: `open` is what the books carry of it, at the rate of its own day.
 */
export const OpenItem = z.object({
  /** Minor units ≥ 0. */
  open: z.int(),
  foreign: z.exactOptional(z.object({ currency: z.string(), open: z.int() })),
  /** Only ever added to: what is undone stands here as a negative amount. */
  allocations: list(Allocation),
});
export type OpenItem = Readonly<z.output<typeof OpenItem>>;

/** What each document has taken off an open item, less what was undone; documents that took nothing in the end are left out. */
export function allocatedBy({ allocations }: Pick<OpenItem, 'allocations'>): Map<string, Minor> {
  const amounts = new Map<string, Minor>();
  for (const { with: other, amount } of allocations) amounts.set(other, (amounts.get(other) ?? 0) + amount);
  return new Map([...amounts].filter(([, amount]) => amount !== 0));
}

const KINDS: Readonly<Record<string, string>> = { inv: 'invoice', crn: 'credit_note', rcp: 'receipt' };
/** What kind of document an id is of, as far as refusals tell them apart. */
const kindOf = (id = ''): string => KINDS[prefixOf(id)] ?? 'other';

type Identified = Pick<OpenItem, 'open' | 'foreign'> & { readonly id?: string };

/** What is open of a document in its own currency, minor units. */
export const openOf = ({ open, foreign }: Pick<OpenItem, 'open' | 'foreign'>): Minor => foreign?.open ?? open;
export const currencyOf = ({ foreign }: Pick<OpenItem, 'foreign'>): string => foreign?.currency ?? BASE_CURRENCY;

/** An open item of which nothing is open takes no payment, and pays nothing. */
export const refusalOfNothingOpen = ({ id = 'the document', ...item }: Identified, field: string): Refusal | undefined =>
  openOf(item) > 0
    ? undefined
    : refusal('allocation.nothing_open', `${id} has nothing open: it has been paid or used in full.`, field, {
        why: kindOf(id),
        document: id,
      });

/** What an allocation takes: of the books, and in the document's own currency where that is another. */
export type Taken = Pick<Allocation, 'amount' | 'foreign'>;

/** What another document has taken off an open item, less what was undone. */
export function takenBy({ allocations, foreign }: OpenItem, other: string): Taken {
  const theirs = allocations.filter((allocation) => allocation.with === other);
  const amount = theirs.reduce((sum, allocation) => sum + allocation.amount, 0);
  return foreign ? { amount, foreign: theirs.reduce((sum, allocation) => sum + (allocation.foreign ?? 0), 0) } : { amount };
}

/** What the books carry of a part of an open item: its share of what is open, so that the last part takes all that is left. */
function carried({ open, foreign }: Pick<OpenItem, 'open' | 'foreign'>, part: Minor): Taken {
  if (!foreign) return { amount: part };
  return { amount: part === foreign.open ? open : shareOf(open, BigInt(part), BigInt(foreign.open)), foreign: part };
}

function moved<T extends OpenItem>(item: T, by: string, date: IsoDate, taken: Taken): T {
  const { open, foreign, allocations } = item;
  return {
    ...item,
    open: open - taken.amount,
    ...(foreign ? { foreign: { ...foreign, open: foreign.open - (taken.foreign ?? 0) } } : {}),
    allocations: [...allocations, { with: by, date, ...taken }],
  };
}

/**
 * Takes `amount` off an open item, by the document `by`: in the item's own currency. Never more than is open.
 * @throws DomainError `allocation.nothing_open`, `allocation.too_much` (422).
 */
export function settle<T extends OpenItem>(item: T & { readonly id?: string }, by: string, date: IsoDate, amount: Minor, field: string): T {
  throwIf(refusalOfNothingOpen(item, field));
  const [left, currency] = [openOf(item), currencyOf(item)];
  const [open, requested] = [minorText(left, currency), minorText(amount, currency)];
  if (amount > left)
    throw refused(
      'allocation.too_much',
      `Only ${open} ${currency} of ${item.id ?? 'the document'} is open; ${requested} is too much. Reduce the amount.`,
      field,
      { why: kindOf(item.id), document: item.id ?? '', open, requested, ...unlessBase(currency) },
    );
  return moved(item, by, date, carried(item, amount));
}

/** Undoes an allocation: what it took is open again, recorded as an allocation of the negative amount. Nothing is erased. */
export const deallocate = <T extends OpenItem>(item: T, by: string, date: IsoDate, { amount, foreign }: Taken): T =>
  moved(item, by, date, { amount: -amount, ...(foreign === undefined ? {} : { foreign: -foreign }) });

/** A document cannot be dated before the one that it follows. @throws DomainError `<noun>.too_early` (422). */
export function notBefore(date: IsoDate, earliest: IsoDate, noun: string): void {
  if (date < earliest)
    throw refused(
      `${noun}.too_early`,
      `The date ${date} is before ${earliest}, the date of the document that it follows. Use that day or a later one.`,
      'body.date',
      { date, earliest },
    );
}

/** Nothing is set against a document on a day on which it was not there yet. @throws DomainError `allocation.too_early` (422). */
export function notBeforeAny(
  date: IsoDate,
  documents: readonly ({ readonly date: IsoDate; readonly receivedOn?: IsoDate } | undefined)[],
): void {
  const days = documents.flatMap((document) => (document ? [document.receivedOn ?? document.date] : []));
  notBefore(date, latest(date, ...days), 'allocation');
}
