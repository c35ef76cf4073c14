import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import type { Allocation } from './invoice.ts';

interface OpenItem {
  readonly open: Minor;
  readonly allocations: readonly Allocation[];
}

/**
 * Takes `amount` off an open item, by the document `by`. Never more than is open.
 * @throws DomainError `allocation.too_much` (422).
 */
export function settle<T extends OpenItem>(item: T & { readonly id?: string }, by: string, date: IsoDate, amount: Minor, field: string): T {
  if (amount > item.open)
    throw refused('allocation.too_much', `Only ${minorText(item.open)} EUR of ${item.id ?? 'the document'} are open; ${minorText(amount)} do not fit.`, field);
  return { ...item, open: item.open - amount, allocations: [...item.allocations, { with: by, date, amount }] };
}
