import * as z from 'zod/mini';
import { addDays, type IsoDate, isIsoDate } from '#kernel/date.ts';
import { minuteOf } from './local-time.ts';
import { type Shift, workDaysOf } from './work-day.ts';

/** A limit of working time, with the article that sets it. `inForce: false`: nothing is checked by it. */
interface WorkingTimeRule {
  readonly id: string;
  readonly article: string;
  /** The limit, in minutes. */
  readonly minutes: number;
  readonly inForce: boolean;
  readonly checked: IsoDate;
  readonly confidence: 'high' | 'medium' | 'not verified';
}

const row = (id: string, article: string, minutes: number) =>
  ({ id, article, minutes, inForce: true, checked: '2026-11-29', confidence: 'high' }) as const satisfies WorkingTimeRule;

/**
 * Limits of working time in Spain (Estatuto de los Trabajadores, RDLeg 2/2015), as they were checked. An agreement may set others; none of
 * them keeps an hour that was worked out of the register.
 */
export const WORKING_TIME_ES = {
  restBetweenDays: row('rest-between-days', 'ET 34.3', 12 * 60),
  dailyHours: row('daily-hours', 'ET 34.3', 9 * 60),
  /** A day and a half; it may be put together over up to fourteen days. */
  weeklyRest: row('weekly-rest', 'ET 37.1', 36 * 60),
  /** On average of the year. */
  weeklyAverage: row('weekly-average', 'ET 34.1', 40 * 60),
  yearlyOvertime: row('yearly-overtime', 'ET 35.2', 80 * 60),
  /** The royal decree on the digital register was not published when this was checked: it is off until it is. */
  digitalRegister: {
    ...row('digital-register', 'Real Decreto de registro digital (sin publicar)', 0),
    ...{ inForce: false, confidence: 'not verified' },
  },
} as const satisfies Readonly<Record<string, WorkingTimeRule>>;

/** Records are kept for so long, at the disposal of workers, their representatives and the inspection (ET 34.9). */
export const REGISTER_YEARS = 4;
/** The last day on which the register of a day must still be there. */
export const registerKeptUntil = (date: IsoDate): IsoDate => {
  const year = Number(date.slice(0, 4)) + REGISTER_YEARS;
  const day = `${year}${date.slice(4)}`;
  return isIsoDate(day) ? day : `${year}-02-28`;
};

/** What stands against a rule: how it was, and how it ought to be. Told, never refused: what was worked is registered. */
export interface WorkingTimeWarning {
  readonly rule: string;
  readonly article: string;
  /** The day on which it shows. */
  readonly date: IsoDate;
  readonly minutes: number;
  readonly limit: number;
}
const warning = ({ id, article, minutes: limit }: WorkingTimeRule, date: IsoDate, minutes: number): WorkingTimeWarning => ({
  ...{ rule: id, article, date, minutes, limit },
});

type Whole = Shift & { readonly in: string; readonly out: string };
const isWhole = (shift: Shift): shift is Whole => shift.in !== undefined && shift.out !== undefined;

/** Rests between one day's end and the next one's beginning that are too short. A second turn of one day is no next day. */
function shortRests(shifts: readonly Shift[]): WorkingTimeWarning[] {
  return shifts.flatMap((shift, i) => {
    const before = shifts.slice(0, i).findLast(({ out }) => out !== undefined);
    if (!before?.out || shift.in === undefined || before.date === shift.date) return [];
    const rest = minuteOf(shift.in) - minuteOf(before.out);
    return rest < WORKING_TIME_ES.restBetweenDays.minutes ? [warning(WORKING_TIME_ES.restBetweenDays, shift.date, rest)] : [];
  });
}

/** The Monday of a day's week. */
export const mondayOf = (date: IsoDate): IsoDate => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/**
 * Weeks in which nobody rested a day and a half at a stretch: the longest rest that begins in the week, up to the next work. Told only
 * of weeks that somebody worked on after, so that the last rest is known.
 */
function shortWeeks(shifts: readonly Shift[]): WorkingTimeWarning[] {
  const whole = shifts.filter(isWhole);
  const rests = whole.slice(0, -1).map((shift, i) => ({
    week: mondayOf(shift.date),
    minutes: minuteOf((whole[i + 1] as Whole).in) - minuteOf(shift.out),
  }));
  const last = whole.at(-1);
  return [...Map.groupBy(rests, ({ week }) => week)].flatMap(([week, theirs]) => {
    if (last === undefined || mondayOf(last.date) <= week) return [];
    const longest = Math.max(...theirs.map(({ minutes }) => minutes));
    const sunday = addDays(week, 6);
    return longest < WORKING_TIME_ES.weeklyRest.minutes ? [warning(WORKING_TIME_ES.weeklyRest, sunday, longest)] : [];
  });
}

const longDays = (shifts: readonly Shift[]): WorkingTimeWarning[] =>
  workDaysOf(shifts, '').flatMap(({ date, minutes }) =>
    minutes > WORKING_TIME_ES.dailyHours.minutes ? [warning(WORKING_TIME_ES.dailyHours, date, minutes)] : [],
  );

type IsAsked = (date: IsoDate) => boolean;
const inOrder = (a: WorkingTimeWarning, b: WorkingTimeWarning): number =>
  a.date === b.date ? (a.rule < b.rule ? -1 : 1) : a.date < b.date ? -1 : 1;

/** What of some days stands against rests and hours. @param shifts with those around these days. */
export const shiftWarnings = (shifts: readonly Shift[], isAsked: IsAsked): WorkingTimeWarning[] =>
  [...shortRests(shifts), ...shortWeeks(shifts), ...longDays(shifts)].filter(({ date }) => isAsked(date)).toSorted(inOrder);

/** Of so many weeks, whether they come to more than forty hours on average (ET 34.1: of the year). */
export function averageWarnings(date: IsoDate, minutes: number, weeks: number): WorkingTimeWarning[] {
  const average = weeks === 0 ? 0 : Math.round(minutes / weeks);
  return average > WORKING_TIME_ES.weeklyAverage.minutes ? [warning(WORKING_TIME_ES.weeklyAverage, date, average)] : [];
}

/** Whether the overtime of a year is more than the law lets be worked, where it is not made up for by rest within four months (ET 35.2). */
export const overtimeWarnings = (date: IsoDate, minutes: number): WorkingTimeWarning[] =>
  minutes > WORKING_TIME_ES.yearlyOvertime.minutes ? [warning(WORKING_TIME_ES.yearlyOvertime, date, minutes)] : [];

/** What of a month stands against the rests and hours of the law, in order of its days. @param shifts with those around the month. */
export const workingTimeWarnings = (shifts: readonly Shift[], month: string): WorkingTimeWarning[] =>
  shiftWarnings(shifts, (date) => date.startsWith(month));

export const WarningView = z.object({
  rule: z.string(),
  article: z.string(),
  date: z.string(),
  minutes: z.int(),
  limit: z.int(),
});
