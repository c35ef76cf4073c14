import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, monthOf } from '#kernel/date.ts';
import { isWorkday } from '#kernel/workday.ts';

/** When something is due: so many days after (or, below zero, before) the first or last day of work. */
export const DueRule = z.strictObject({
  days: z.int().check(z.minimum(-365), z.maximum(365)),
  /** `workdays`: neither Saturdays, Sundays, national holidays nor those of the place of work. */
  unit: z.enum(['days', 'workdays']),
});
export type DueRule = z.output<typeof DueRule>;

/** The day so many working days after another, or before it; that day itself is not counted. @param closed holidays of the place of work. */
export function addWorkdays(date: IsoDate, days: number, closed: readonly IsoDate[] = []): IsoDate {
  let day = date;
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days));
    if (isWorkday(day) && !closed.includes(day)) left -= 1;
  }
  return day;
}

export const dueOn = ({ days, unit }: DueRule, date: IsoDate, closed: readonly IsoDate[]): IsoDate =>
  unit === 'days' ? addDays(date, days) : addWorkdays(date, days, closed);

/** The last day of a date's month. */
export const monthEndOf = (date: IsoDate): IsoDate => addDays(`${addMonths(monthOf(date), 1)}-01`, -1);

/** The last day of so many months from a day on: of a month without such a day, its last (Código Civil art. 5). */
export function monthsLater(date: IsoDate, months: number): IsoDate {
  const first = `${addMonths(monthOf(date), months)}-01`;
  const same = addDays(first, Number(date.slice(8)) - 1);
  return monthOf(same) === monthOf(first) ? addDays(same, -1) : monthEndOf(first);
}
