import { addDays, type IsoDate, yearOf } from '#kernel/date.ts';
import { easterOf } from '../treasury/bank-days.ts';

/**
 * National holidays of Spain (RDLeg 2/2015 art. 37.2, RD 2001/1983 art. 45), by month and day; Good Friday moves with Easter. What a
 * region puts in place of one that falls on a Sunday is not national.
 */
const NATIONAL_HOLIDAYS_ES: readonly string[] = ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'];

/** Days in which the issuer is told what became of an invoice (RD 238/2026). */
const DAYS = 4;

/** A day that counts for the term: no Saturday, Sunday or national holiday. */
export function countsForReport(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || NATIONAL_HOLIDAYS_ES.includes(date.slice(5))) return false;
  return date !== addDays(easterOf(Number(yearOf(date))), -2);
}

/** The last day for telling what happened on a day: the fourth that counts after it. */
export function reportBy(happenedOn: IsoDate): IsoDate {
  let day = happenedOn;
  for (let left = DAYS; left > 0; left -= countsForReport(day) ? 1 : 0) day = addDays(day, 1);
  return day;
}
