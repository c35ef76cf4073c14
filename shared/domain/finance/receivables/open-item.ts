import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { Allocation } from './invoice.ts';

interface OpenItem {
  readonly open: Minor;
  readonly allocations: readonly Allocation[];
}

/** What each document has taken off an open item, less what was undone; documents that took nothing in the end are left out. */
export function applied(item: Pick<OpenItem, 'allocations'>): Map<string, Minor> {
  const amounts = new Map<string, Minor>();
  for (const { with: other, amount } of item.allocations) amounts.set(other, (amounts.get(other) ?? 0) + amount);
  return new Map([...amounts].filter(([, amount]) => amount !== 0));
}

/**
 * Undoes an allocation: `amount` is open again, told as an allocation of the negative amount `by` a document. Nothing
 * is erased.
 */
export const unsettle = <T extends OpenItem>(item: T, by: string, date: IsoDate, amount: Minor): T => ({
  ...item,
  open: item.open + amount,
  allocations: [...item.allocations, { with: by, date, amount: -amount }],
});

const KINDS: Readonly<Record<string, string>> = { inv: 'invoice', crn: 'credit_note', rcp: 'receipt' };
/** What kind of document an id is of, as far as refusals tell them apart. */
const kindOf = (id = ''): string => KINDS[id.slice(0, 3)] ?? 'other';

/** Money cannot go back before it came. @throws DomainError `<noun>.too_early` (422). */
export function notBefore(date: IsoDate, earliest: IsoDate, noun: string): void {
  if (date < earliest)
    throw refused(
      `${noun}.too_early`,
      `The date ${date} is before ${earliest}, the date of the document that it follows. Use that day or a later one.`,
      'body.date',
      {
        date,
        earliest,
      },
    );
}

/**
 * Takes `amount` off an open item, by the document `by`. Never more than is open.
 * @throws DomainError `allocation.too_much` (422).
 */
export function settle<T extends OpenItem>(item: T & { readonly id?: string }, by: string, date: IsoDate, amount: Minor, field: string): T {
  if (amount > item.open)
    throw refused(
      'allocation.too_much',
      `Only ${minorText(item.open)} EUR of ${item.id ?? 'the document'} is open; ${minorText(amount)} is too much. Reduce the amount.`,
      field,
      { why: kindOf(item.id), document: item.id ?? '', open: minorText(item.open), asked: minorText(amount) },
    );
  return { ...item, open: item.open - amount, allocations: [...item.allocations, { with: by, date, amount }] };
}
