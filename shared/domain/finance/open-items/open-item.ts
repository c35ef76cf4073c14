import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { list } from '#kernel/stored.ts';

/** Money taken off an open item by a document on the other side: a receipt, a credit note, a refund. Negative: given back. */
export const Allocation = z.object({
  /** The document on the other side. */
  with: z.string(),
  date: z.string(),
  amount: z.int(),
});
export type Allocation = Readonly<z.output<typeof Allocation>>;

/** A document with something still to pay, or credit still to use. `open` + Σ allocations is always its whole amount. */
export const OpenItem = z.object({
  /** Minor units ≥ 0. */
  open: z.int(),
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

type Identified = Pick<OpenItem, 'open'> & { readonly id?: string };

/** An open item of which nothing is open takes no payment, and pays nothing. */
export const refusalOfNothingOpen = ({ id = 'the document', open }: Identified, field: string): Refusal | undefined =>
  open > 0
    ? undefined
    : refusal('allocation.nothing_open', `${id} has nothing open: it has been paid or used in full.`, field, {
        why: kindOf(id),
        document: id,
      });

/**
 * Takes `amount` off an open item, by the document `by`. Never more than is open.
 * @throws DomainError `allocation.nothing_open`, `allocation.too_much` (422).
 */
export function settle<T extends OpenItem>(item: T & { readonly id?: string }, by: string, date: IsoDate, amount: Minor, field: string): T {
  throwIf(refusalOfNothingOpen(item, field));
  if (amount > item.open)
    throw refused(
      'allocation.too_much',
      `Only ${minorText(item.open)} EUR of ${item.id ?? 'the document'} is open; ${minorText(amount)} is too much. Reduce the amount.`,
      field,
      { why: kindOf(item.id), document: item.id ?? '', open: minorText(item.open), requested: minorText(amount) },
    );
  return { ...item, open: item.open - amount, allocations: [...item.allocations, { with: by, date, amount }] };
}

/** Undoes an allocation: `amount` is open again, recorded as an allocation of the negative amount. Nothing is erased. */
export const deallocate = <T extends OpenItem>(item: T, by: string, date: IsoDate, amount: Minor): T => ({
  ...item,
  open: item.open + amount,
  allocations: [...item.allocations, { with: by, date, amount: -amount }],
});

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
