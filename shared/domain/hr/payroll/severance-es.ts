import { addDays, daysBetween, earliest, type IsoDate } from '#kernel/date.ts';
import { divideHalfUp, format } from '#kernel/decimal.ts';
import { invalid } from '#kernel/errors.ts';
import { type Minor, shareOf } from '#kernel/money.ts';

/** Why a contract ends, as far as money depends on it. */
export const LEAVING_CAUSES = [
  'resignation',
  'trial',
  'disciplinary',
  'end-of-term',
  'objective',
  'unfair',
  'employer-breach',
  'move-refused',
  'change-refused',
  'employer-gone',
] as const;
export type LeavingCause = (typeof LEAVING_CAUSES)[number];

interface SeveranceRow {
  readonly daysPerYear: number;
  /** Months of pay that it never passes. */
  readonly capMonths?: number;
  readonly fixedDays?: number;
  readonly norm: string;
}
/** Source: ET (RDLeg 2/2015) by article; checked 2026-11-29. */
const SEVERANCE_ES: Readonly<Record<LeavingCause, SeveranceRow>> = {
  resignation: { daysPerYear: 0, norm: 'ET 49.1.d' },
  trial: { daysPerYear: 0, norm: 'ET 14' },
  disciplinary: { daysPerYear: 0, norm: 'ET 54, 55' },
  'end-of-term': { daysPerYear: 12, norm: 'ET 49.1.c' },
  objective: { daysPerYear: 20, capMonths: 12, norm: 'ET 53.1.b' },
  unfair: { daysPerYear: 33, capMonths: 24, norm: 'ET 56.1, DT 11ª' },
  'employer-breach': { daysPerYear: 33, capMonths: 24, norm: 'ET 50.2, 56.1, DT 11ª' },
  'move-refused': { daysPerYear: 20, capMonths: 12, norm: 'ET 40' },
  'change-refused': { daysPerYear: 20, capMonths: 9, norm: 'ET 41' },
  'employer-gone': { daysPerYear: 0, fixedDays: 30, norm: 'ET 49.1.g' },
};
/** The last day on which an unfair dismissal earned 45 days a year (RDL 3/2012, ET DT 11ª). */
const OLD_LAW_TO: IsoDate = '2012-02-11';
const OLD_DAYS = 45;
const OLD_CAP_DAYS = 42 * 30;

/** How days and months are counted: case law counts a started month whole; a day's pay is the year's by 365. */
export interface SeverancePolicies {
  readonly dailyDivisor: 365 | 360;
  readonly months: 'started' | 'days';
}
export const SEVERANCE_POLICIES: SeverancePolicies = { dailyDivisor: 365, months: 'started' };

export interface Severance {
  readonly cause: LeavingCause;
  readonly norm: string;
  /** Pay of a day, in cents. */
  readonly daily: Minor;
  /** Days of pay, as text: "225.5". */
  readonly days: string;
  readonly capped: boolean;
  readonly amount: Minor;
}

/** Months of service, a started one counted whole: from the 15th to the 14th is one. */
export function startedMonths(from: IsoDate, to: IsoDate): number {
  const end = addDays(to, 1);
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number];
  const [year, month, day] = end.split('-').map(Number) as [number, number, number];
  const whole = (year - fromYear) * 12 + month - fromMonth;
  return day > fromDay ? whole + 1 : whole;
}

/** Days of pay, exact: `of / per`. */
interface Share {
  readonly of: bigint;
  readonly per: bigint;
}
const whole = (days: number): Share => ({ of: BigInt(days), per: 1n });
const isMore = (a: Share, b: Share): boolean => a.of * b.per > b.of * a.per;
const lesser = (a: Share, b: Share): Share => (isMore(a, b) ? b : a);
const daysText = ({ of, per }: Share): string => format({ units: divideHalfUp(of * 10_000n, per), scale: 4 });

/** Days earned in a time of service, in twelfths of a year (or by days of 365). */
function earned(daysPerYear: number, from: IsoDate, to: IsoDate, { months }: SeverancePolicies): Share {
  if (from > to) return whole(0);
  return months === 'started'
    ? { of: BigInt(daysPerYear * startedMonths(from, to)), per: 12n }
    : { of: BigInt(daysPerYear * (daysBetween(from, to) + 1)), per: 365n };
}

/** Unfair, hired before the law changed: both parts, at most 720 days unless the first alone is more (then that, at most 42 months). */
function bothLaws(from: IsoDate, to: IsoDate, policies: SeverancePolicies): { readonly days: Share; readonly capped: boolean } {
  const old = earned(OLD_DAYS, from, earliest(to, OLD_LAW_TO), policies);
  const since = earned(33, addDays(OLD_LAW_TO, 1), to, policies);
  const all = { of: old.of * since.per + since.of * old.per, per: old.per * since.per };
  const cap = isMore(old, whole(720)) ? lesser(old, whole(OLD_CAP_DAYS)) : whole(720);
  return { days: lesser(all, cap), capped: isMore(all, cap) };
}

/**
 * What a leaving is compensated with. @param annual pay of a year with extra pays and regular variable pay, in cents.
 * @throws DomainError `contract.dates` (400) where it ends before it begins.
 */
export function severanceOf(
  cause: LeavingCause,
  { from, to, annual }: { readonly from: IsoDate; readonly to: IsoDate; readonly annual: Minor },
  policies: SeverancePolicies = SEVERANCE_POLICIES,
): Severance {
  if (from > to) throw invalid('contract.dates', `The employment begins on ${from}: it cannot end on ${to}.`, 'query.date', { from, to });
  const row = SEVERANCE_ES[cause];
  const unfair = row.daysPerYear === 33 && from <= OLD_LAW_TO;
  const plain = row.fixedDays === undefined ? earned(row.daysPerYear, from, to, policies) : whole(row.fixedDays);
  const cap = row.capMonths === undefined ? plain : whole(row.capMonths * 30);
  const { days, capped } = unfair ? bothLaws(from, to, policies) : { days: lesser(plain, cap), capped: isMore(plain, cap) };
  return {
    ...{ cause, norm: row.norm, days: daysText(days), capped },
    daily: shareOf(annual, 1n, BigInt(policies.dailyDivisor)),
    amount: shareOf(annual, days.of, days.per * BigInt(policies.dailyDivisor)),
  };
}
