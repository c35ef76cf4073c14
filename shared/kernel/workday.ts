import { addDays, type IsoDate, yearOf } from './date.ts';

/** Easter Sunday of a year (Gregorian computus, Meeus/Jones/Butcher). */
export function easterOf(year: number): IsoDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const [month, day] = [Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * National holidays of Spain (RDLeg 2/2015 art. 37.2, RD 2001/1983 art. 45), by month and day; Good Friday moves with Easter. What a
 * region puts in place of one that falls on a Sunday is not national.
 */
const NATIONAL_HOLIDAYS_ES: readonly string[] = ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'];

/** No Saturday, Sunday or national holiday of Spain. */
export function isWorkday(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || NATIONAL_HOLIDAYS_ES.includes(date.slice(5))) return false;
  return date !== addDays(easterOf(Number(yearOf(date))), -2);
}
