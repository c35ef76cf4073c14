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
 * National holidays of Spain by year, as the calendar of working days has them (yearly resolution on art. 37.2 of RDLeg 2/2015, art. 45
 * of RD 2001/1983). A year is added as a row once its calendar is in the official gazette. What a region puts in place of one that falls
 * on a Sunday is not national.
 */
const HOLIDAYS_ES: Readonly<Record<string, readonly IsoDate[]>> = {
  // holidays-2026.csv, rows of scope national: collected on 2026-11-29.
  2026: [
    ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-05-01', '2026-08-15'],
    ...['2026-10-12', '2026-11-01', '2026-12-06', '2026-12-08', '2026-12-25'],
  ],
};

/** By month and day, what RD 2001/1983 art. 45 has of every year, beside Good Friday. */
const USUAL: readonly string[] = ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'];

/** Whether the holidays of a year are known. Of others the usual ones are supposed: who shows a day of them says so. */
export const hasHolidays = (year: string): boolean => HOLIDAYS_ES[year] !== undefined;

const isHoliday = (date: IsoDate): boolean =>
  HOLIDAYS_ES[yearOf(date)]?.includes(date) ?? (USUAL.includes(date.slice(5)) || date === addDays(easterOf(Number(yearOf(date))), -2));

/** No Saturday, Sunday or national holiday of Spain. */
export function isWorkday(date: IsoDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}
