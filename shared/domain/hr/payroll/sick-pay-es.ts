import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import { type Minor, percentOf } from '#kernel/money.ts';

/** Common illness or accident outside work; accident at work or occupational disease. */
export const SICKNESS_KINDS = ['common', 'work'] as const;
export type SicknessKind = (typeof SICKNESS_KINDS)[number];

/** Who bears a day: nobody, the company, or the administration, whose money the company pays in advance (delegated payment). */
export type SickPayer = 'none' | 'company' | 'delegated';
interface SickPayStep {
  /** The last day of the leave that it holds for; absent: all after. */
  readonly to?: number;
  readonly percent: string;
  readonly payer: SickPayer;
}

/**
 * What a day of sickness is paid, by the day of the leave. Source: LGSS arts. 169–173, RD 53/1980 (checked 2026-11-29, confidence
 * high). An agreement may improve it: that is pay of its own.
 */
const STEPS: Readonly<Record<SicknessKind, readonly SickPayStep[]>> = {
  common: [
    { to: 3, percent: '0', payer: 'none' },
    { to: 15, percent: '60', payer: 'company' },
    { to: 20, percent: '60', payer: 'delegated' },
    { percent: '75', payer: 'delegated' },
  ],
  work: [{ percent: '75', payer: 'delegated' }],
};

/** A leave of sickness; `to` absent: it goes on. Of an accident at work `from` is the day after, which is paid as worked. */
export interface SickLeave {
  readonly kind: SicknessKind;
  readonly from: IsoDate;
  readonly to?: IsoDate;
  /** Contribution base of the month before, a day: by 30 in groups 1 to 7, by its days in 8 to 11; in cents. */
  readonly dailyBase: Minor;
  /** Days of an earlier leave that it relapses from (within 180 days): they count. */
  readonly daysBefore?: number;
}
/** Days of one month that are paid alike. */
export interface SickPay {
  readonly kind: SicknessKind;
  readonly fromDay: number;
  readonly toDay: number;
  readonly days: number;
  readonly percent: string;
  readonly payer: SickPayer;
  readonly amount: Minor;
}

/** Days of leave between two days of a month, both included. */
export function sickDaysIn(leave: SickLeave, from: IsoDate, to: IsoDate): number {
  const first = leave.from > from ? leave.from : from;
  const last = leave.to !== undefined && leave.to < to ? leave.to : to;
  return Math.max(0, daysBetween(first, addDays(last, 1)));
}

/** What a leave is paid between two days, both included: a line for each step, each rounded once. */
export function sickPayOf(leave: SickLeave, from: IsoDate, to: IsoDate): readonly SickPay[] {
  const days = sickDaysIn(leave, from, to);
  if (days === 0) return [];
  const first = (leave.daysBefore ?? 0) + Math.max(0, daysBetween(leave.from, from)) + 1;
  const last = first + days - 1;
  let floor = 1;
  return STEPS[leave.kind].flatMap(({ to: top = Number.POSITIVE_INFINITY, percent, payer }) => {
    const fromDay = Math.max(first, floor);
    const toDay = Math.min(last, top);
    floor = top + 1;
    if (fromDay > toDay) return [];
    const count = toDay - fromDay + 1;
    return [{ kind: leave.kind, fromDay, toDay, days: count, percent, payer, amount: percentOf(leave.dailyBase * count, percent) }];
  });
}
