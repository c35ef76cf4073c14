import * as z from 'zod/mini';
import { addMonths, type IsoDate, type Month } from '#kernel/date.ts';
import { CorrectionView, correctionView, type StoredCorrection } from './clock-correction.ts';
import { CLOCK_KINDS, CLOCK_SOURCES, isLate, type StoredClockEntry } from './clock-entry.ts';
import { localTime } from './local-time.ts';
import { marksOf, type Shift, shiftsOf, totalMinutes, type WorkDay, WorkDayView, workDaysOf, workDayView } from './work-day.ts';
import { registerKeptUntil, WarningView, type WorkingTimeWarning, workingTimeWarnings } from './working-time-es.ts';

/** What was read of one person: the month's entries and corrections, with those around it. */
export interface RegisterFacts {
  readonly entries: readonly StoredClockEntry[];
  readonly corrections: readonly StoredCorrection[];
}

/** The register of one person and month. */
export interface Register {
  readonly month: Month;
  readonly days: readonly WorkDay[];
  readonly minutes: number;
  readonly warnings: readonly WorkingTimeWarning[];
  /** Until when its last day must be kept. */
  readonly keptUntil: IsoDate;
}

/** The months whose entries a month's register is made of: work that began before, or ends after it, and rests at both ends. */
export const monthsAround = (month: Month): readonly Month[] => [addMonths(month, -1), month, addMonths(month, 1)];

export const shiftsIn = ({ entries, corrections }: RegisterFacts, timeZone: string, now: Date): readonly Shift[] =>
  shiftsOf(marksOf(entries, corrections), timeZone, now.toISOString());

export function registerOf(
  facts: RegisterFacts,
  month: Month,
  { timeZone, now }: { readonly timeZone: string; readonly now: Date },
): Register {
  const shifts = shiftsIn(facts, timeZone, now);
  const days = workDaysOf(shifts, month);
  return {
    ...{ month, days, minutes: totalMinutes(days), warnings: workingTimeWarnings(shifts, month) },
    keptUntil: registerKeptUntil(days.at(-1)?.date ?? `${month}-28`),
  };
}

const EntryRow = z.object({
  id: z.string(),
  kind: z.enum(CLOCK_KINDS),
  at: z.string(),
  /** Of the company's time zone. */
  date: z.string(),
  time: z.string(),
  received: z.optional(z.string()),
  late: z.boolean(),
  source: z.optional(z.enum(CLOCK_SOURCES)),
  by: z.string(),
  /** The correction by which it does not count any more. */
  replacedBy: z.optional(z.string()),
});

export const RegisterView = z.object({
  employeeId: z.string(),
  name: z.string(),
  month: z.string(),
  minutes: z.int(),
  days: z.array(WorkDayView),
  /** What clocks told, whether it counts or not. */
  entries: z.array(EntryRow),
  corrections: z.array(CorrectionView),
  warnings: z.array(WarningView),
  keptUntil: z.string(),
});

/** What stands in the register of a month, entry by entry: earlier ones beside what corrects them. */
export function entryRows({ entries, corrections }: RegisterFacts, month: Month, timeZone: string): z.output<typeof EntryRow>[] {
  const approved = corrections.filter(({ state }) => state === 'approved');
  const replacedBy = new Map(approved.flatMap(({ replaces, id }) => (replaces ? [[replaces, id] as const] : [])));
  const told = entries.map((entry) => ({
    ...{ id: entry.id, kind: entry.kind, at: entry.at, received: entry.received, late: isLate(entry), source: entry.source },
    by: entry.history[0]?.by ?? '',
  }));
  const put = approved.flatMap(({ id, entry, requestedBy }) =>
    entry ? [{ id, kind: entry.kind, at: entry.at, late: false, by: requestedBy }] : [],
  );
  return [...told, ...put]
    .map((each) => ({
      ...each,
      ...localTime(timeZone, each.at),
      ...(replacedBy.has(each.id) ? { replacedBy: replacedBy.get(each.id) } : {}),
    }))
    .filter(({ date }) => date.startsWith(month))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

export const registerView = (
  register: Register,
  facts: RegisterFacts,
  of: { readonly employeeId: string; readonly name: string; readonly timeZone: string },
) => ({
  ...{ employeeId: of.employeeId, name: of.name, month: register.month, minutes: register.minutes, keptUntil: register.keptUntil },
  days: register.days.map(workDayView),
  entries: entryRows(facts, register.month, of.timeZone),
  corrections: facts.corrections
    .filter((correction) => {
      const at = correction.was?.at ?? correction.entry?.at;
      return at !== undefined && localTime(of.timeZone, at).date.startsWith(register.month);
    })
    .map(correctionView),
  warnings: register.warnings.map((each) => ({ ...each })),
});
