import { addDays, addMonths, type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import { type FiscalRange, type FiscalYear, firstDayOfYear, fiscalYearAt, lastDayOfYear } from '#kernel/fiscal-year.ts';

/** Days from the first to the last, both included. */
export interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The ranges that books are read by, in the order that they are offered. */
export const RANGES = ['year', 'month', 'lastMonth', 'quarter', 'lastYear'] as const;
export type RangeName = (typeof RANGES)[number];

/** The fiscal year of a day; of one that no open year has, what is left of its calendar year. */
export const yearAt = (years: readonly FiscalRange[], day: IsoDate): FiscalYear =>
  fiscalYearAt({ fiscalYears: [], fiscalRanges: years }, day);

/** `2026`, or `enero 2026 – junio 2026` of one that is no calendar year. */
export const fiscalYearName = ({ from, to }: FiscalRange, { month }: { readonly month: (month: Month) => string }): string =>
  from.endsWith('-01') && to === `${from.slice(0, 4)}-12` ? to.slice(0, 4) : `${month(from)} – ${month(to)}`;

export const firstDay = (month: Month): IsoDate => `${month}-01`;
export const lastDay = (month: Month): IsoDate => addDays(firstDay(addMonths(month, 1)), -1);

/**
 * A range by its name, as of a day. A quarter is the last one that is over; a year is a fiscal year.
 * @param years the company's, where a range depends on them.
 */
export function rangeOf(name: RangeName, day: IsoDate, years: readonly FiscalRange[] = []): Range {
  const month = monthOf(day);
  const before = addMonths(month, -1);
  const year = yearAt(years, day);
  switch (name) {
    case 'month':
      return { from: firstDay(month), to: day };
    case 'lastMonth':
      return { from: firstDay(before), to: lastDay(before) };
    case 'quarter': {
      const first = addMonths(month, -((Number(month.slice(5)) - 1) % 3) - 3);
      return { from: firstDay(first), to: lastDay(addMonths(first, 2)) };
    }
    case 'lastYear': {
      const past = yearAt(years, addDays(firstDayOfYear(year), -1));
      return { from: firstDayOfYear(past), to: lastDayOfYear(past) };
    }
    default:
      return { from: firstDayOfYear(year), to: day };
  }
}
