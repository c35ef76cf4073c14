import * as z from 'zod/mini';
import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import type { Shift } from './work-day.ts';
import { plannedBetween, type WorkPlan } from './work-plan.ts';
import { averageWarnings, mondayOf, overtimeWarnings, WORKING_TIME_ES } from './working-time-es.ts';

/** The hours of a year, up to a day: what was worked and planned, and what of it is overtime. Minutes. */
export interface YearHours {
  readonly worked: number;
  readonly planned: number;
  readonly overtime: number;
  /** Weeks that have ended, with those that were begun. */
  readonly weeks: number;
}

/**
 * Overtime is what was worked in a week beyond what is planned of it or, where nothing is, beyond forty hours (ET 35.1); weeks that fell
 * short take nothing off. @param from the first day of the year, or of the employment where that is later.
 */
export function yearHours(shifts: readonly Shift[], plan: WorkPlan | undefined, from: IsoDate, to: IsoDate): YearHours {
  const byWeek = Map.groupBy(
    shifts.filter(({ date }) => date >= from && date <= to),
    ({ date }) => mondayOf(date),
  );
  const patterns = plan?.patterns ?? [];
  let overtime = 0;
  for (const [week, theirs] of byWeek) {
    const worked = theirs.reduce((sum, { minutes }) => sum + minutes, 0);
    const sunday = addDays(week, 6);
    const isPlanned = patterns.some(({ from: begins }) => begins <= sunday);
    const ordinary = isPlanned ? plannedBetween(patterns, week, sunday) : WORKING_TIME_ES.weeklyAverage.minutes;
    overtime += Math.max(0, worked - ordinary);
  }
  const worked = shifts.reduce((sum, { date, minutes }) => sum + (date >= from && date <= to ? minutes : 0), 0);
  const weeks = from > to ? 0 : Math.ceil((daysBetween(from, to) + 1) / 7);
  return { worked, planned: from > to ? 0 : plannedBetween(patterns, from, to), overtime, weeks };
}

export const YearHoursView = z.object({
  year: z.string(),
  worked: z.int(),
  planned: z.int(),
  overtime: z.int(),
  overtimeLimit: z.int(),
  warnings: z.array(z.object({ rule: z.string(), article: z.string(), date: z.string(), minutes: z.int(), limit: z.int() })),
});
export const yearHoursView = (year: string, { worked, planned, overtime, weeks }: YearHours, to: IsoDate) => ({
  ...{ year, worked, planned, overtime, overtimeLimit: WORKING_TIME_ES.yearlyOvertime.minutes },
  warnings: [...overtimeWarnings(to, overtime), ...averageWarnings(to, worked, weeks)].map((each) => ({ ...each })),
});
