import * as z from 'zod/mini';
import { addDays, BusinessDate, daysBetween, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { recordType } from '#kernel/record.ts';
import { instantOf } from './local-time.ts';
import type { Shift } from './work-day.ts';
import { averageWarnings, mondayOf, shiftWarnings, type WorkingTimeWarning } from './working-time-es.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const Time = z.string().check(z.regex(TIME, 'must be a time such as 08:30'));
/** From one time of the clock to another: one that is not later is of the next day. */
const PlannedShift = z.strictObject({ start: Time, end: Time, pause: z._default(z.int().check(z.minimum(0), z.maximum(240)), 0) });
export type PlannedShift = z.output<typeof PlannedShift>;

const PlannedDay = z.array(PlannedShift).check(z.maxLength(3));
const PlannedWeek = z.array(PlannedDay).check(z.length(7));
/** Weeks that come again and again from a day on, each from Monday to Sunday. */
export const WorkPlanInput = z.strictObject({ from: BusinessDate, weeks: z.array(PlannedWeek).check(z.minLength(1), z.maxLength(8)) });
export type WorkPlanInput = z.output<typeof WorkPlanInput>;

const StoredShift = z.object({ start: z.string(), end: z.string(), pause: z.int() });
const Pattern = z.object({ from: z.string(), weeks: z.array(z.array(z.array(StoredShift))), by: z.string() });
type Pattern = z.output<typeof Pattern>;
/** When somebody works, as it was planned from day to day: a change has a start and keeps the past. */
export const WorkPlan = z.object({ employeeId: z.string(), patterns: z.array(Pattern) });
export type WorkPlan = Readonly<z.output<typeof WorkPlan>>;

export const WorkPlans = recordType<WorkPlan>({
  kind: 'work-plan',
  prefix: 'wpl',
  data: WorkPlan,
  history: 'all',
  person: ({ employeeId }) => employeeId,
  screen: { none: "It is shown on the page of people's working time." },
  read: 'time.read',
});
export const workPlanId = (employeeId: string): string => `wpl_${employeeId.slice(4)}`;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const DAY = 24 * 60;
/** From the beginning to the end of a shift, by the clock. */
const spanOf = ({ start, end }: PlannedShift): number => {
  const span = minutesOf(end) - minutesOf(start);
  return span > 0 ? span : span + DAY;
};
/** What is worked of it. */
export const plannedMinutes = (shift: PlannedShift): number => spanOf(shift) - shift.pause;

/** @throws DomainError `work_plan.pause` (400) of a pause as long as its shift, `work_plan.overlaps` (400) of shifts of a day that meet. */
export function requireWorkable({ weeks }: WorkPlanInput): void {
  for (const [week, days] of weeks.entries())
    for (const [day, shifts] of days.entries())
      for (const [at, shift] of shifts.entries()) {
        const field = `body.weeks.${week}.${day}.${at}`;
        const before = shifts[at - 1];
        if (plannedMinutes(shift) <= 0)
          throw invalid('work_plan.pause', 'The pause is as long as the shift: shorten it.', `${field}.pause`);
        if (before && minutesOf(before.start) + spanOf(before) > minutesOf(shift.start))
          throw invalid(
            'work_plan.overlaps',
            'Two shifts of one day meet: enter them in their order, one after the other.',
            `${field}.start`,
          );
      }
}

/** The plan with a pattern from a day on: what began on the same day is replaced; the past stays. */
export const withPattern = (before: WorkPlan | undefined, employeeId: string, pattern: Pattern): WorkPlan => ({
  employeeId,
  patterns: [...(before?.patterns ?? []).filter(({ from }) => from !== pattern.from), pattern].toSorted((a, b) =>
    a.from < b.from ? -1 : 1,
  ),
});

/** The shifts of a day, by the pattern that holds on it: its weeks follow each other from the Monday of its first day on. */
export function plannedOn(patterns: readonly Pattern[], day: IsoDate): readonly PlannedShift[] {
  const pattern = patterns.findLast(({ from }) => from <= day);
  if (!pattern) return [];
  const days = daysBetween(mondayOf(pattern.from), day);
  const week = pattern.weeks[Math.floor(days / 7) % pattern.weeks.length];
  return week?.[days % 7] ?? [];
}

/** Minutes that are planned from one day to another, both included. */
export function plannedBetween(patterns: readonly Pattern[], from: IsoDate, to: IsoDate): number {
  let sum = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) for (const shift of plannedOn(patterns, day)) sum += plannedMinutes(shift);
  return sum;
}

/** What is planned, as if it had been worked: so rests and hours of a plan are told as those of the register are. */
function asWorked(patterns: readonly Pattern[], from: IsoDate, weeks: number, timeZone: string): readonly Shift[] {
  const days = Array.from({ length: weeks * 7 }, (_, i) => addDays(from, i));
  return days.flatMap((date) =>
    plannedOn(patterns, date).map((shift) => {
      const next = minutesOf(shift.start) + spanOf(shift) >= DAY;
      const at = (day: IsoDate, time: string) => instantOf(timeZone, { date: day, time }) ?? `${day}T${time}:00Z`;
      const [begins, ends] = [at(date, shift.start), at(next ? addDays(date, 1) : date, shift.end)];
      return { date, in: begins, out: ends, breaks: [], minutes: plannedMinutes(shift), corrected: false, open: false };
    }),
  );
}

/**
 * What of a pattern stands against the rests and hours of the law: 12 h between days, a day and a half a week, 9 h a day, 40 h a week on
 * average. Looked at over its weeks, once around and one more, so that the last meets the first.
 */
export function planWarnings(pattern: Pattern, timeZone: string): readonly WorkingTimeWarning[] {
  const weeks = pattern.weeks.length;
  const begins = mondayOf(pattern.from);
  const patterns = [{ ...pattern, from: begins }];
  const shifts = asWorked(patterns, begins, weeks + 1, timeZone);
  const last = addDays(begins, weeks * 7);
  const total = plannedBetween(patterns, begins, addDays(begins, weeks * 7 - 1));
  return [...shiftWarnings(shifts, (date) => date <= last), ...averageWarnings(pattern.from, total, weeks)];
}

const PatternView = z.object({
  from: z.string(),
  weeks: z.array(z.array(z.array(StoredShift))),
  by: z.string(),
  /** A week on average. */
  minutes: z.int(),
  warnings: z.array(z.object({ rule: z.string(), article: z.string(), date: z.string(), minutes: z.int(), limit: z.int() })),
});
export const WorkPlanView = z.object({ employeeId: z.string(), name: z.string(), patterns: z.array(PatternView) });

export const workPlanView = ({ employeeId, patterns }: WorkPlan, name: string, timeZone: string) => ({
  ...{ employeeId, name },
  patterns: patterns.map((pattern) => {
    const begins = mondayOf(pattern.from);
    const total = plannedBetween([{ ...pattern, from: begins }], begins, addDays(begins, pattern.weeks.length * 7 - 1));
    const warnings = planWarnings(pattern, timeZone).map((each) => ({ ...each }));
    return { ...pattern, minutes: Math.round(total / pattern.weeks.length), warnings };
  }),
});
