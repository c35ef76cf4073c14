import { addDays, addMonths, type IsoDate, type Month, monthOf, yearOf } from '#kernel/date.ts';

/** Days from the first to the last, both included. */
export interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The ranges that books are read by, in the order that they are offered. */
export const RANGES = ['year', 'month', 'lastMonth', 'quarter', 'lastYear'] as const;
export type RangeName = (typeof RANGES)[number];

export const firstDay = (month: Month): IsoDate => `${month}-01`;
export const lastDay = (month: Month): IsoDate => addDays(firstDay(addMonths(month, 1)), -1);

/** A range by its name, as of a day. A quarter is the last one that is over. */
export function rangeOf(name: RangeName, day: IsoDate): Range {
  const month = monthOf(day);
  const before = addMonths(month, -1);
  const year = Number(yearOf(day));
  switch (name) {
    case 'month':
      return { from: firstDay(month), to: day };
    case 'lastMonth':
      return { from: firstDay(before), to: lastDay(before) };
    case 'quarter': {
      const first = addMonths(month, -((Number(month.slice(5)) - 1) % 3) - 3);
      return { from: firstDay(first), to: lastDay(addMonths(first, 2)) };
    }
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    default:
      return { from: `${year}-01-01`, to: day };
  }
}
