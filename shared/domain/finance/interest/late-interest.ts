import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import { decimal, divideHalfUp } from '#kernel/decimal.ts';
import type { Minor } from '#kernel/money.ts';
import type { OpenItem } from '../open-items/open-item.ts';
import { type Disputable, disputeTurns, isDisputedOn } from '../receivables/dispute.ts';
import { FIXED_COMPENSATION, type LateRate, lastDayOf, percentIn, type Semester, semesterOf } from './late-rate.ts';

/** What is late: an amount with its due date, what has been paid of it when, and the days on which it was disputed. */
export interface LateItem extends Pick<OpenItem, 'open' | 'allocations'>, Disputable {
  readonly dueDate: IsoDate;
}

/** Days in a row on which the same amount was owed at the same rate. */
export interface InterestSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly owed: Minor;
  readonly percent: string;
}

export interface LateInterest {
  readonly spans: readonly InterestSpan[];
  readonly days: number;
  /** Of all spans, rounded once. Minor units. */
  readonly interest: Minor;
  /** {@link FIXED_COMPENSATION} where it was late by a day or more. */
  readonly compensation: Minor;
  /** Half-years that have no rate: their days are not counted. */
  readonly lacking: readonly Semester[];
}

/** Days of a year, whatever the year (Código de Comercio, art. 63; the practice of courts). */
const YEAR = 365;

/** What was owed at the end of a day: what was paid on it counts from that day on. */
const owedOn = ({ open, allocations }: LateItem, date: IsoDate): Minor =>
  open + allocations.reduce((sum, { date: paid, amount }) => sum + (paid > date ? amount : 0), 0);

/**
 * The days at which what is owed, its rate, or whether it counts may change: the day after the due date, payments, first days of
 * half-years, disputes.
 */
function boundaries(item: LateItem, until: IsoDate): IsoDate[] {
  const first = addDays(item.dueDate, 1);
  const days = new Set([first, ...item.allocations.map(({ date }) => addDays(date, 1)), ...disputeTurns(item)]);
  for (let day = addDays(lastDayOf(semesterOf(first)), 1); day <= until; day = addDays(lastDayOf(semesterOf(day)), 1)) days.add(day);
  return [...days].filter((day) => day >= first && day <= until).sort();
}

/**
 * Interest for late payment of an item up to a day, both included: each day's open amount at the rate of its half-year, over
 * 365 days, rounded once at the end (Ley 3/2004, arts. 5 and 7). It is owed also when the item itself has been paid since. Days
 * on which the customer disputed it count for nothing.
 */
export function lateInterest(item: LateItem, until: IsoDate, own: readonly LateRate[] = []): LateInterest {
  const spans: InterestSpan[] = [];
  const lacking = new Set<Semester>();
  const starts = boundaries(item, until);
  for (const [i, from] of starts.entries()) {
    const to = addDays(starts[i + 1] ?? addDays(until, 1), -1);
    // The day of a payment is late still: what was owed is what it began with.
    const owed = owedOn(item, addDays(from, -1));
    const percent = percentIn(semesterOf(from), own);
    if (owed <= 0 || isDisputedOn(item, from)) continue;
    if (percent === undefined) lacking.add(semesterOf(from));
    else spans.push({ from, to, days: daysBetween(from, to) + 1, owed, percent });
  }
  const days = spans.reduce((sum, span) => sum + span.days, 0);
  const isLate = days > 0 || lacking.size > 0;
  return { spans, days, interest: interestOf(spans), compensation: isLate ? FIXED_COMPENSATION : 0, lacking: [...lacking] };
}

/** Σ owed × days × percent / (100 × 365), exact and rounded half-up once. */
function interestOf(spans: readonly InterestSpan[]): Minor {
  const scale = 4;
  const sum = spans.reduce((total, { owed, days, percent }) => {
    const rate = decimal(percent);
    return total + BigInt(owed) * BigInt(days) * rate.units * 10n ** BigInt(scale - rate.scale);
  }, 0n);
  return Number(divideHalfUp(sum, 100n * BigInt(YEAR) * 10n ** BigInt(scale)));
}
