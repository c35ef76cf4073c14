import { addDays, daysBetween, earliest, type IsoDate, latest, type Month, monthOf, monthsBetween } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';

/** First and last day of leave, whole or from or until noon. */
export interface LeaveSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The first day from noon on. */
  readonly fromNoon?: boolean | undefined;
  /** The last day until noon. */
  readonly untilNoon?: boolean | undefined;
}

/** A longer leave is entered in parts. */
export const MOST_LEAVE_DAYS = 1100;

/** @throws DomainError `leave.dates` (400) where it ends before it begins or is too long, `leave.half` (400) where nothing is left of its day. */
export function requireSpan({ from, to, fromNoon, untilNoon }: LeaveSpan): void {
  if (to < from) throw invalid('leave.dates', 'The leave ends before it begins.', 'body.to', { why: 'backwards' });
  if (daysBetween(from, to) >= MOST_LEAVE_DAYS)
    throw invalid('leave.dates', `A leave has ${MOST_LEAVE_DAYS} days at most: enter it in parts.`, 'body.to', {
      why: 'long',
      limit: MOST_LEAVE_DAYS,
    });
  if (from === to && fromNoon && untilNoon)
    throw invalid('leave.half', 'A day from noon until noon is none: choose one of the two.', 'body.untilNoon');
}

/** Half days that a span takes of a day, wherever it counts. */
const halvesOf = ({ from, to, fromNoon, untilNoon }: LeaveSpan, day: IsoDate): number =>
  2 - (day === from && fromNoon ? 1 : 0) - (day === to && untilNoon ? 1 : 0);

/** Half days that count, by month. @param counts whether a day counts at all. */
export function halvesByMonth(span: LeaveSpan, counts: (day: IsoDate) => boolean): Readonly<Record<Month, number>> {
  const found: Record<Month, number> = {};
  for (const month of monthsBetween(monthOf(span.from), monthOf(span.to))) {
    let halves = 0;
    const last = earliest(span.to, addDays(`${month}-01`, 30));
    for (let day = latest(span.from, `${month}-01`); day <= last && monthOf(day) === month; day = addDays(day, 1))
      if (counts(day)) halves += halvesOf(span, day);
    found[month] = halves;
  }
  return found;
}

export const sumHalves = (byMonth: Readonly<Record<Month, number>>, within: (month: Month) => boolean = () => true): number =>
  Object.entries(byMonth).reduce((sum, [month, halves]) => sum + (within(month) ? halves : 0), 0);

/** `2.5` of five half days. */
export const daysText = (halves: number): string => (halves % 2 === 0 ? String(halves / 2) : `${(halves - 1) / 2}.5`);

/** Whether two spans have a half day in common. */
export function overlaps(a: LeaveSpan, b: LeaveSpan): boolean {
  const index = (day: IsoDate) => daysBetween('2000-01-01', day) * 2;
  const [firstOf, lastOf] = [
    (span: LeaveSpan) => index(span.from) + (span.fromNoon ? 1 : 0),
    (span: LeaveSpan) => index(span.to) + (span.untilNoon ? 0 : 1),
  ];
  return firstOf(a) <= lastOf(b) && firstOf(b) <= lastOf(a);
}
