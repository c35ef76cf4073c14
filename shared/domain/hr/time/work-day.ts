import * as z from 'zod/mini';
import type { IsoDate, Month } from '#kernel/date.ts';
import type { StoredCorrection } from './clock-correction.ts';
import type { ClockKind, StoredClockEntry } from './clock-entry.ts';
import { localTime, minuteOf } from './local-time.ts';

/** What counts of the register: what a clock told, or what a correction says in its place. */
export interface Mark {
  readonly id: string;
  readonly kind: ClockKind;
  readonly at: string;
  readonly corrected: boolean;
}

/** What is wrong with a piece of work: no end, no beginning, or a break that nobody ended or began. */
export const SHIFT_PROBLEMS = ['no-out', 'no-in', 'break'] as const;
export type ShiftProblem = (typeof SHIFT_PROBLEMS)[number];

export interface Shift {
  /** The day on which it began: work past midnight belongs to it. */
  readonly date: IsoDate;
  readonly in?: string;
  readonly out?: string;
  readonly breaks: readonly { readonly from: string; readonly to?: string }[];
  /** Worked, without breaks: 0 as long as it has no end. */
  readonly minutes: number;
  readonly corrected: boolean;
  /** It has begun, and goes on. */
  readonly open: boolean;
  readonly problem?: ShiftProblem;
}

/** At one second an end stands before a beginning. */
const RANK: Readonly<Record<ClockKind, number>> = { out: 0, in: 1, break: 2, resume: 3 };
const byTime = (a: Mark, b: Mark): number => (a.at === b.at ? RANK[a.kind] - RANK[b.kind] : a.at < b.at ? -1 : 1);

/** What counts, in order of its time: the same in whatever order it came. */
export function marksOf(entries: readonly StoredClockEntry[], corrections: readonly StoredCorrection[]): Mark[] {
  const approved = corrections.filter(({ state }) => state === 'approved');
  const replaced = new Set(approved.map(({ replaces }) => replaces));
  const told = entries.map(({ id, kind, at }) => ({ id, kind, at, corrected: false }));
  const put = approved.flatMap(({ id, entry }) => (entry ? [{ id, kind: entry.kind, at: entry.at, corrected: true }] : []));
  return [...told, ...put].filter(({ id }) => !replaced.has(id)).sort(byTime);
}

/** Nobody works longer at a stretch: an end after that belongs to nothing. */
const MOST_MINUTES = 24 * 60;

interface Draft {
  in: Mark;
  breaks: { from: string; to?: string }[];
  corrected: boolean;
  problem?: ShiftProblem;
}

const minutesOf = (from: string, to: string): number => minuteOf(to) - minuteOf(from);

/** Puts pieces of work together of marks in their order. */
class ShiftFold {
  readonly shifts: Shift[] = [];
  #draft: Draft | undefined;
  readonly #zone: string;
  constructor(zone: string) {
    this.#zone = zone;
  }

  take(mark: Mark): void {
    if (this.#draft && minutesOf(this.#draft.in.at, mark.at) > MOST_MINUTES) this.#end(undefined);
    if (mark.kind === 'in') {
      if (this.#draft) this.#end(undefined);
      this.#draft = { in: mark, breaks: [], corrected: mark.corrected };
    } else if (!this.#draft) this.#stray(mark);
    else if (mark.kind === 'out') this.#end(mark);
    else this.#pause(this.#draft, mark);
  }

  /** @param now ends nothing: what is open goes on, unless it has gone on for too long. */
  last(now: string): readonly Shift[] {
    const draft = this.#draft;
    if (draft && minutesOf(draft.in.at, now) <= MOST_MINUTES) this.shifts.push({ ...this.#shift(draft), open: true });
    else if (draft) this.#end(undefined);
    return this.shifts;
  }

  #pause(draft: Draft, { kind, at, corrected }: Mark): void {
    const current = draft.breaks.at(-1);
    const isPaused = current !== undefined && current.to === undefined;
    draft.corrected ||= corrected;
    // Twice the same says nothing new.
    if (kind === 'break' && !isPaused) draft.breaks.push({ from: at });
    if (kind === 'resume' && isPaused) current.to = at;
    if (kind === 'resume' && !isPaused && current === undefined) draft.problem = 'break';
  }

  #shift({ in: { at }, breaks, corrected, problem }: Draft): Shift {
    const { date } = localTime(this.#zone, at);
    return { date, in: at, breaks, minutes: 0, corrected, open: false, ...(problem ? { problem } : {}) };
  }

  #end(out: Mark | undefined): void {
    const draft = this.#draft as Draft;
    this.#draft = undefined;
    if (!out) {
      this.shifts.push({ ...this.#shift(draft), problem: 'no-out' });
      return;
    }
    // Who goes home from a break has ended it by that.
    const breaks = draft.breaks.map((each) => ({ from: each.from, to: each.to ?? out.at }));
    const paused = breaks.reduce((sum, { from, to }) => sum + minutesOf(from, to), 0);
    const minutes = minutesOf(draft.in.at, out.at) - paused;
    this.shifts.push({ ...this.#shift({ ...draft, breaks }), out: out.at, minutes, corrected: draft.corrected || out.corrected });
  }

  #stray({ kind, at, corrected }: Mark): void {
    const { date } = localTime(this.#zone, at);
    const problem = kind === 'out' ? 'no-in' : 'break';
    this.shifts.push({ date, ...(kind === 'out' ? { out: at } : {}), breaks: [], minutes: 0, corrected, open: false, problem });
  }
}

/** Pieces of work in their order. @param marks of at least a day before and after what is asked for. @param now an instant. */
export function shiftsOf(marks: readonly Mark[], timeZone: string, now: string): readonly Shift[] {
  const fold = new ShiftFold(timeZone);
  for (const mark of marks) fold.take(mark);
  return fold.last(now);
}

/** A day of the register: daily beginning and end of the work of one person (ET 34.9). */
export interface WorkDay {
  readonly date: IsoDate;
  readonly shifts: readonly Shift[];
  readonly minutes: number;
}

/** The days of a month on which somebody worked, in order. */
export function workDaysOf(shifts: readonly Shift[], month: Month): WorkDay[] {
  const days = Map.groupBy(
    shifts.filter(({ date }) => date.startsWith(month)),
    ({ date }) => date,
  );
  return [...days].map(([date, theirs]) => ({ date, shifts: theirs, minutes: theirs.reduce((sum, { minutes }) => sum + minutes, 0) }));
}

export const totalMinutes = (days: readonly { readonly minutes: number }[]): number => days.reduce((sum, { minutes }) => sum + minutes, 0);

/** `7:30`, of minutes. */
export const hoursText = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export const CLOCK_STATES = ['off', 'working', 'break'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** How somebody stands now, and since when. */
export function standingOf(shifts: readonly Shift[]): { readonly state: ClockState; readonly since?: string } {
  const last = shifts.at(-1);
  if (!last?.open || last.in === undefined) return { state: 'off', ...(last?.out ? { since: last.out } : {}) };
  const pause = last.breaks.at(-1);
  return pause && pause.to === undefined ? { state: 'break', since: pause.from } : { state: 'working', since: pause?.to ?? last.in };
}

export const ShiftView = z.object({
  in: z.optional(z.string()),
  out: z.optional(z.string()),
  breaks: z.array(z.object({ from: z.string(), to: z.optional(z.string()) })),
  minutes: z.int(),
  corrected: z.boolean(),
  open: z.boolean(),
  problem: z.optional(z.enum(SHIFT_PROBLEMS)),
});
export const WorkDayView = z.object({ date: z.string(), minutes: z.int(), shifts: z.array(ShiftView) });
export const workDayView = ({ date, minutes, shifts }: WorkDay) => ({
  date,
  minutes,
  shifts: shifts.map(({ date: _, breaks, ...shift }) => ({ ...shift, breaks: breaks.map((each) => ({ ...each })) })),
});
