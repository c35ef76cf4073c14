import { addDays, type IsoDate, yearOf } from '#kernel/date.ts';
import { hasHolidays, isWorkday } from '#kernel/workday.ts';

/** Days in which the issuer is told what became of an invoice (RD 238/2026). */
const DAYS = 4;

/** A day that counts for the term: no Saturday, Sunday or national holiday. */
export const countsForReport = isWorkday;

/** The last day for telling what happened on a day: the fourth that counts after it. */
export function reportBy(happenedOn: IsoDate): IsoDate {
  let day = happenedOn;
  for (let left = DAYS; left > 0; left -= countsForReport(day) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** Of the years that a term goes through, the first of which no holidays are entered; undefined where all are known. */
export const missingYear = (from: IsoDate, to: IsoDate): string | undefined =>
  [yearOf(from), yearOf(to)].find((year) => !hasHolidays(year));
