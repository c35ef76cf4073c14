import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, monthOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { isWorkday } from '#kernel/workday.ts';

/** `workday`: no Saturday, Sunday or national holiday; `firstWorkday`, `lastWorkday`: of each month. */
export const EVERY = ['day', 'workday', 'week', 'month', 'firstWorkday', 'lastWorkday'] as const;
export type Every = (typeof EVERY)[number];

/** Whether a day has to be said. */
export const needsDay = (every: Every): boolean => every === 'week' || every === 'month';

const Shape = {
  every: z.enum(EVERY),
  /** Of a week: 1 (Monday) to 7. Of a month: its day; the last of a shorter month. */
  on: z.optional(z.int().check(z.minimum(1), z.maximum(31))),
  /** Hour of the company's time zone. */
  hour: z.int().check(z.minimum(0), z.maximum(23)),
};
export const Schedule = z.strictObject(Shape);
export const StoredSchedule = z.object({ every: z.enum(EVERY), on: z.exactOptional(z.int()), hour: z.int() });
export type Schedule = Readonly<z.output<typeof StoredSchedule>>;

type Given = z.output<typeof Schedule>;

/** @throws DomainError `rule.schedule` (400): a week has seven days, and a day needs none. */
export function requireSchedule({ every, on, hour }: Given): Schedule {
  const isWrong = needsDay(every) ? on === undefined || (every === 'week' && on > 7) : on !== undefined;
  if (isWrong)
    throw invalid('rule.schedule', 'A week needs a day from 1 to 7, a month one from 1 to 31, and all others none.', 'body.schedule.on');
  return { every, hour, ...(on === undefined ? {} : { on }) };
}

/** Monday is 1. */
export const weekdayOf = (date: IsoDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** That day, or the first after (1) or before it (-1) on which people work. */
function workdayFrom(date: IsoDate, step: 1 | -1): IsoDate {
  let day = date;
  while (!isWorkday(day)) day = addDays(day, step);
  return day;
}

/** Whether it rings on a day. */
export function ringsOn({ every, on }: Schedule, date: IsoDate): boolean {
  if (every === 'day') return true;
  if (every === 'workday') return isWorkday(date);
  if (every === 'week') return weekdayOf(date) === on;
  const first = `${monthOf(date)}-01`;
  const last = addDays(`${addMonths(monthOf(date), 1)}-01`, -1);
  if (every === 'firstWorkday') return date === workdayFrom(first, 1);
  if (every === 'lastWorkday') return date === workdayFrom(last, -1);
  return Number(date.slice(8)) === Math.min(on ?? 1, Number(last.slice(8)));
}

/** `2026-12-01T08`: the day and hour in a time zone. */
export function hourIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
  return `${parts.slice(0, 10)}T${parts.slice(11, 13)}`;
}

/** Hours of a day in which what nobody looked at on the evening before still rings. */
const LATE_HOURS = 6;

/**
 * Its ringing of the day that it is, once its hour has come: late rather than never, where nobody looked at that hour. In the first
 * hours of a day, where that has not rung yet, the one of the evening before.
 * @param now {@link hourIn} of now. @param since the same of when it was switched on.
 */
export function ringing(schedule: Schedule, now: string, since: string): string | undefined {
  const today = now.slice(0, 10);
  const days = Number(now.slice(11)) < LATE_HOURS ? [today, addDays(today, -1)] : [today];
  return days
    .filter((date) => ringsOn(schedule, date))
    .map((date) => `${date}T${String(schedule.hour).padStart(2, '0')}`)
    .find((rings) => rings <= now && rings > since);
}
