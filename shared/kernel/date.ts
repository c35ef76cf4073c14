import * as z from 'zod/mini';

/** A calendar date in ISO 8601, `2026-11-24`: a business date in the company's time zone. */
export type IsoDate = string;
/** A calendar month, `2026-11`: an accounting period. */
export type Month = string;

const MS_PER_DAY = 86_400_000;

/** Whether the text is a date that exists (2026-02-30 does not) from 1900 to 2199. */
export function isIsoDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const BusinessDate = z
  .string()
  .check(
    z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a date such as 2026-11-24'),
    z.refine(isIsoDate, 'must be a date that exists, such as 2026-11-24'),
  );
export const MonthText = z.string().check(z.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11'));

const isInstant = (value: string): boolean => isIsoDate(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
/** To the second, in UTC. */
export const Instant = z
  .string()
  .check(
    z.regex(
      /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?Z$/,
      'must be an instant in UTC such as 2026-11-24T08:03:12Z',
    ),
    z.refine(isInstant, 'must be an instant that exists, such as 2026-11-24T08:03:12Z'),
  );

export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
/** The latest of some days. */
export const latest = (...dates: readonly [IsoDate, ...IsoDate[]]): IsoDate => dates.toSorted().at(-1) as IsoDate;
/** The first of some days. */
export const earliest = (...dates: readonly [IsoDate, ...IsoDate[]]): IsoDate => dates.toSorted()[0] as IsoDate;

export const monthOf = (date: IsoDate): Month => date.slice(0, 7);
export const yearOf = (date: IsoDate): string => date.slice(0, 4);

/** The month `count` months later (or earlier). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** All months from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** All years from `first` to `last`, both included. */
export const yearsBetween = (first: string, last: string): string[] =>
  Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => String(Number(first) + i));

/** By time zone: to make one takes four times as long as to use it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/** The business date at an instant in a time zone: 23:30 UTC on the 31st is the 1st in Madrid. */
export const dateIn = (timeZone: string, instant: Date): IsoDate => formatIn(timeZone).format(instant);
