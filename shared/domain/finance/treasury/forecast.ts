import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Lateness } from './lateness.ts';

/** `low`: customers pay as late as a quarter of them do, and who is later than that already does not. `high`: as early as a quarter do. */
export const CASES = ['low', 'expected', 'high'] as const;
export type Case = (typeof CASES)[number];
export const FLOWS = ['receivables', 'bills', 'paymentRuns', 'recurring', 'taxes', 'extra'] as const;
export type Flow = (typeof FLOWS)[number];

/** What is open of an invoice, and whose it is. */
export interface Expected {
  readonly customerId: string;
  readonly dueDate: IsoDate;
  readonly open: Minor;
}

/** Money of a day: negative where it leaves. */
export interface Dated {
  readonly date: IsoDate;
  readonly amount: Minor;
  /** Where the cases differ. */
  readonly cases?: Readonly<Record<Case, Minor>>;
}

export interface ForecastInput {
  readonly today: IsoDate;
  readonly weeks: number;
  readonly opening: Minor;
  readonly receivables: readonly Expected[];
  readonly lateness: (customerId: string) => Lateness;
  /** Days that everybody pays later than that. */
  readonly delayDays?: number | undefined;
  /** Told by what they are; amounts that leave are negative. */
  readonly flows: Readonly<Record<Exclude<Flow, 'receivables'>, readonly Dated[]>>;
}

const DAYS: Readonly<Record<Case, keyof Lateness>> = { low: 'p75', expected: 'median', high: 'p25' };
const WEEK = 7;

/** The day on which an open invoice is taken to be paid: never today or before; undefined where a case does not count on it. */
export function expectedOn(
  { dueDate }: Expected,
  late: Lateness,
  of: Case,
  { today, delayDays = 0 }: Pick<ForecastInput, 'today' | 'delayDays'>,
): IsoDate | undefined {
  const day = addDays(dueDate, late[DAYS[of]] + delayDays);
  if (day > today) return day;
  return of === 'low' ? undefined : addDays(today, 1);
}

/** Whole weeks after today, with what comes in and goes out in each, and what is there at its end in each case. */
export function forecastOf(input: ForecastInput) {
  const { today, weeks, opening, receivables, lateness, flows } = input;
  const weekOf = (date: IsoDate): number => Math.max(0, Math.ceil(daysBetween(today, date) / WEEK) - 1);
  const empty = () => Array.from({ length: weeks }, () => 0);
  const add = (sums: number[], date: IsoDate | undefined, amount: Minor) => {
    if (date !== undefined && weekOf(date) < weeks) sums[weekOf(date)] = (sums[weekOf(date)] ?? 0) + amount;
  };
  const incoming = Object.fromEntries(CASES.map((of) => [of, empty()])) as Record<Case, number[]>;
  for (const each of receivables)
    for (const of of CASES) add(incoming[of], expectedOn(each, lateness(each.customerId), of, input), each.open);
  const other = Object.fromEntries(
    Object.entries(flows).map(([flow, all]) => {
      const sums = empty();
      for (const { date, amount } of all) add(sums, date, amount);
      return [flow, sums];
    }),
  ) as Record<keyof ForecastInput['flows'], number[]>;
  /** What the cases bring beside the amounts, by week. */
  const beside = Object.fromEntries(CASES.map((of) => [of, empty()])) as Record<Case, number[]>;
  for (const { date, amount, cases } of Object.values(flows).flat())
    for (const of of CASES) add(beside[of], date, (cases?.[of] ?? amount) - amount);
  const balance: Record<Case, Minor> = { low: opening, expected: opening, high: opening };
  return Array.from({ length: weeks }, (_, i) => {
    const moved = Object.values(other).reduce((sum, sums) => sum + (sums[i] ?? 0), 0);
    for (const of of CASES) balance[of] += (incoming[of][i] ?? 0) + (beside[of][i] ?? 0) + moved;
    return {
      from: addDays(today, i * WEEK + 1),
      to: addDays(today, (i + 1) * WEEK),
      receivables: { low: incoming.low[i] ?? 0, expected: incoming.expected[i] ?? 0, high: incoming.high[i] ?? 0 },
      ...(Object.fromEntries(Object.entries(other).map(([flow, sums]) => [flow, sums[i] ?? 0])) as Record<
        keyof ForecastInput['flows'],
        Minor
      >),
      closing: { ...balance },
    };
  });
}
