import { addDays, type IsoDate } from '#kernel/date.ts';
import { easterOf } from '#kernel/workday.ts';

/** Days on which euro payments settle: T2 (once TARGET) is closed at weekends and on six days of the year (ECB, long-term calendar of 14 December 2000). */
export function isBankDay(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || ['01-01', '05-01', '12-25', '12-26'].includes(date.slice(5))) return false;
  const easter = easterOf(Number(date.slice(0, 4)));
  return date !== addDays(easter, -2) && date !== addDays(easter, 1);
}

/** That day, or the first one after it on which payments settle. */
export function bankDayFrom(date: IsoDate): IsoDate {
  let day = date;
  while (!isBankDay(day)) day = addDays(day, 1);
  return day;
}
