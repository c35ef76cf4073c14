import * as z from 'zod/mini';
import { Money } from '#kernel/money.ts';
import type { LateInterest } from './late-interest.ts';
import { LATE_RATES_ES, type LateRate, percentIn, type Semester, semesterOf } from './late-rate.ts';

export const LateRateView = z.object({
  semester: z.string(),
  /** Absent: nobody has confirmed it yet. */
  percent: z.optional(z.string()),
  source: z.optional(z.string()),
  /** Who set it, where a person did. */
  by: z.optional(z.string()),
  on: z.optional(z.string()),
});

/** The half-years from the first that has a rate to that of a day, the newest first. */
function semestersUntil(last: Semester): Semester[] {
  const first = LATE_RATES_ES[0]?.from ?? last;
  const all: Semester[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) all.push(`${year}S1`, `${year}S2`);
  return all.filter((semester) => semester >= first && semester <= last).reverse();
}

export const lateRateViews = (own: readonly LateRate[], today: string) =>
  semestersUntil(semesterOf(today)).map((semester) => {
    const set = own.find((rate) => rate.semester === semester);
    const published = LATE_RATES_ES.find(({ from, to }) => from <= semester && semester <= to);
    const { source } = set ?? published ?? {};
    return { semester, percent: percentIn(semester, own), source, by: set?.by, on: set?.on };
  });

export const LateInterestView = z.object({
  until: z.string(),
  days: z.int(),
  interest: Money,
  /** Of each invoice that was late, for the costs of asking (Ley 3/2004, art. 8.1). */
  compensation: Money,
  spans: z.array(z.object({ from: z.string(), to: z.string(), days: z.int(), owed: Money, percent: z.string() })),
  /** Half-years whose rate nobody has confirmed: their days are not in it. */
  lacking: z.array(z.string()),
});
export const lateInterestView = (until: string, { spans, lacking, ...rest }: LateInterest) => ({
  until,
  ...rest,
  spans: [...spans],
  lacking: [...lacking],
});
