import { addDays, addMonths, type IsoDate, type Month, monthOf, yearOf } from '#kernel/date.ts';
import { weekdayOf } from './schedule.ts';

/** Days of a report, as seen from the day on which it is made. `yearToDate`, `yearToLastMonth`: from the first day of the fiscal year. */
export const SPANS = [
  'yearToDate',
  'yearToLastMonth',
  'yesterday',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const;
export type Span = (typeof SPANS)[number];

/** Both days count; without a first one, from the first day of the fiscal year of the last one. */
export interface Days {
  readonly from?: IsoDate;
  readonly to: IsoDate;
}

const lastOf = (month: Month): IsoDate => addDays(`${addMonths(month, 1)}-01`, -1);
const months = (first: Month, last: Month): Days => ({ from: `${first}-01`, to: lastOf(last) });
/** The first month of the quarter of a month. */
const firstOfQuarter = (month: Month): Month => addMonths(month, -((Number(month.slice(5, 7)) - 1) % 3));

const DAYS: Readonly<Record<Span, (today: IsoDate, month: Month) => Days>> = {
  yearToDate: (to) => ({ to }),
  yearToLastMonth: (_, month) => ({ to: lastOf(addMonths(month, -1)) }),
  yesterday: (today) => ({ from: addDays(today, -1), to: addDays(today, -1) }),
  lastWeek: (today) => {
    const monday = addDays(today, 1 - weekdayOf(today));
    return { from: addDays(monday, -7), to: addDays(monday, -1) };
  },
  thisMonth: (to, month) => ({ from: `${month}-01`, to }),
  lastMonth: (_, month) => months(addMonths(month, -1), addMonths(month, -1)),
  thisQuarter: (to, month) => ({ from: `${firstOfQuarter(month)}-01`, to }),
  lastQuarter: (_, month) => months(addMonths(firstOfQuarter(month), -3), addMonths(firstOfQuarter(month), -1)),
  thisYear: (to) => ({ from: `${yearOf(to)}-01-01`, to }),
  lastYear: (today) => {
    const year = String(Number(yearOf(today)) - 1);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  },
};

/** The days of a span, seen from a day. What goes on still ends on that day. */
export const daysOf = (span: Span, today: IsoDate): Days => DAYS[span](today, monthOf(today));

/** The period of tax returns of a span: a month `2026-11`, a quarter `2026-4T`, a year `2026-0A`. */
export function taxPeriodOf(span: Span, today: IsoDate): string {
  const { to } = daysOf(span, today);
  if (span.endsWith('Quarter')) return `${yearOf(to)}-${Math.ceil(Number(to.slice(5, 7)) / 3)}T`;
  return span.endsWith('Year') ? `${yearOf(to)}-0A` : monthOf(to);
}
