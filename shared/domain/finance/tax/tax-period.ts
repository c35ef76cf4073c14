import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, type Month, monthsBetween } from '#kernel/date.ts';

/** A period of tax returns: a quarter `2026-4T`, as AEAT writes it, or a month `2026-05`. */
export const TaxPeriod = z
  .string()
  .check(z.regex(/^20\d{2}-([1-4]T|0[1-9]|1[0-2])$/, 'must be a quarter such as 2026-4T, or a month such as 2026-05'));

/** A quarter, a month, or as AEAT writes it a year: `2026-0A`. */
export const AnyTaxPeriod = z
  .string()
  .check(
    z.regex(/^20\d{2}-([1-4]T|0[1-9]|1[0-2]|0A)$/, 'must be a quarter such as 2026-4T, a month such as 2026-05, or a year such as 2026-0A'),
  );

/** An amount of a query, in euros: `300.00`. */
export const AmountText = z.string().check(z.regex(/^\d{1,10}(\.\d{1,2})?$/, 'must be an amount such as 300.00'));

/** The quarter of a day (or month): `2026-4T`. */
export const quarterOf = (date: IsoDate | Month): string => `${date.slice(0, 4)}-${Math.ceil(Number(date.slice(5, 7)) / 3)}T`;

/** The period of a day that is as long as another: a month where that is a month, else a quarter. */
export const periodLike = (period: string, date: IsoDate | Month): string => (period.endsWith('T') ? quarterOf(date) : date.slice(0, 7));

/** The period before, of the same length. */
export function periodBefore(period: string): string {
  const first = addMonths(monthsOfTaxPeriod(period)[0] ?? '', -1);
  return period.endsWith('T') ? quarterOf(first) : first;
}

/** The months of a period, ascending. */
export function monthsOfTaxPeriod(period: string): Month[] {
  const [year = '', part = ''] = period.split('-');
  if (part === '0A') return monthsBetween(`${year}-01`, `${year}-12`);
  if (!part.endsWith('T')) return [period];
  const first = `${year}-${String(3 * Number(part.charAt(0)) - 2).padStart(2, '0')}`;
  return [0, 1, 2].map((later) => addMonths(first, later));
}

/** First and last day of a period. */
export function daysOfTaxPeriod(period: string): { readonly from: IsoDate; readonly to: IsoDate } {
  const months = monthsOfTaxPeriod(period);
  return { from: `${months[0]}-01`, to: addDays(`${addMonths(months.at(-1) ?? '', 1)}-01`, -1) };
}
