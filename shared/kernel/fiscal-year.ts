import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, type Month, monthOf, monthsBetween, yearOf } from '#kernel/date.ts';

/** First and last month of a fiscal year. */
export const FiscalRange = z.object({ from: z.string(), to: z.string() });
export type FiscalRange = Readonly<z.output<typeof FiscalRange>>;

/** A fiscal year by its name: of one that ends with a calendar year `2026`, of others their last month, `2026-06`. */
export interface FiscalYear extends FiscalRange {
  readonly year: string;
}

/** The name of a fiscal year, as the API and the console know it. */
export const FISCAL_YEAR = /^(19|20|21)\d{2}(-(0[1-9]|1[01]))?$/;

/** What the record of a company says of its fiscal years. */
export interface FiscalCalendar {
  /** Calendar years with accounting periods, ascending. */
  readonly fiscalYears: readonly string[];
  /** All fiscal years, ascending, where one of them is no calendar year. */
  readonly fiscalRanges?: readonly FiscalRange[];
}

const ofCalendar = (year: string): FiscalRange => ({ from: `${year}-01`, to: `${year}-12` });
export const namedYear = (range: FiscalRange): FiscalYear => ({ year: range.to.endsWith('-12') ? yearOf(range.to) : range.to, ...range });

/** The fiscal years of a company, ascending. */
export const fiscalYearsOf = ({ fiscalYears, fiscalRanges }: FiscalCalendar): FiscalYear[] =>
  (fiscalRanges ?? fiscalYears.map(ofCalendar)).map(namedYear);

export const firstDayOfYear = ({ from }: FiscalRange): IsoDate => `${from}-01`;
/** The day after its last. */
export const dayAfterYear = ({ to }: FiscalRange): IsoDate => `${addMonths(to, 1)}-01`;
export const lastDayOfYear = (range: FiscalRange): IsoDate => addDays(dayAfterYear(range), -1);
export const fiscalMonths = ({ from, to }: FiscalRange): Month[] => monthsBetween(from, to);

/** The fiscal year of a day; of one that no open year has, what is left of its calendar year. */
export function fiscalYearAt(calendar: FiscalCalendar, day: IsoDate): FiscalYear {
  const month = monthOf(day);
  const years = fiscalYearsOf(calendar);
  const found = years.find(({ from, to }) => from <= month && month <= to);
  if (found) return found;
  const { from, to } = ofCalendar(yearOf(day));
  const before = years.findLast((year) => year.to < month)?.to;
  const after = years.find((year) => year.from > month)?.from;
  return namedYear({
    from: before && before >= from ? addMonths(before, 1) : from,
    to: after && after <= to ? addMonths(after, -1) : to,
  });
}

/** Whether two of them have a month in common. */
const overlap = (a: FiscalRange, b: FiscalRange): boolean => a.from <= b.to && b.from <= a.to;

/** The open year that a range would take a month of. */
export const overlapped = (years: readonly FiscalYear[], range: FiscalRange): FiscalYear | undefined =>
  years.find((year) => overlap(year, range));

/**
 * How a company's record says that its fiscal years are these.
 * @param known calendar years that it has had: documents of them are found also where no fiscal year has their months any more.
 */
export function calendarOf(ranges: readonly FiscalRange[], known: readonly string[]): FiscalCalendar & { readonly fiscalYears: string[] } {
  const sorted = ranges.map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const fiscalYears = [...new Set([...known, ...sorted.flatMap((range) => fiscalMonths(range).map(yearOf))])].sort();
  const isCalendar =
    sorted.length === fiscalYears.length && sorted.every(({ from, to }) => from.endsWith('-01') && to === `${yearOf(from)}-12`);
  return { fiscalYears, ...(isCalendar ? {} : { fiscalRanges: sorted }) };
}
