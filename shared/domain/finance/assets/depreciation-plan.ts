import { assert } from '#kernel/assert.ts';
import { addDays, daysBetween, type IsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { type Decimal, decimal, divideHalfUp } from '#kernel/decimal.ts';
import type { Minor } from '#kernel/money.ts';

/**
 * Straight line, constant percentage of the book value, or sum of digits (RD 634/2015, Reglamento del Impuesto sobre Sociedades,
 * arts. 4, 5 and 6); what is not used up, such as land, not at all.
 */
export const METHODS_OF_DEPRECIATION = ['straight-line', 'constant-percentage', 'digits', 'none'] as const;
export type DepreciationMethod = (typeof METHODS_OF_DEPRECIATION)[number];

/** How what falls into a part of a year is told: by its days, or by its months, of which the first counts whole. */
export const BASES = ['days', 'months'] as const;

/** A stretch of an asset's life under one plan. A change of plan begins another: what was posted is never counted anew. */
export interface DepreciationPlan {
  /** The first day that it counts. */
  readonly from: IsoDate;
  /** What is left to depreciate on that day, minor units. */
  readonly base: Minor;
  readonly method: DepreciationMethod;
  /** A year's part, in percent: of the base, or of what is left of it. */
  readonly percent?: string | undefined;
  /** Whole years that it takes. */
  readonly years?: number | undefined;
  readonly basis: (typeof BASES)[number];
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: string): number => (isLeap(Number(year)) ? 366 : 365);

/** The same day some years later; the 29th of February becomes the 28th. */
function yearsLater(date: IsoDate, years: number): IsoDate {
  const day = `${Number(yearOf(date)) + years}${date.slice(4)}`;
  return date.endsWith('-02-29') && !isLeap(Number(yearOf(day))) ? `${yearOf(day)}-02-28` : day;
}

const monthsFrom = (from: IsoDate, to: IsoDate): number =>
  (Number(yearOf(to)) - Number(yearOf(from))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;

/** Years in use from a first to a last day, as a fraction: each calendar year's days are parts of that year. */
function calendarYears({ from, basis }: DepreciationPlan, to: IsoDate): { part: bigint; of: bigint } {
  if (basis === 'months') return { part: BigInt(monthsFrom(from, to)), of: 12n };
  let part = 0n;
  for (let year = Number(yearOf(from)); year <= Number(yearOf(to)); year += 1) {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const days = daysBetween(from > first ? from : first, to < last ? to : last) + 1;
    part += BigInt(days) * BigInt(daysOf(String(year)) === 366 ? 365 : 366);
  }
  return { part, of: 365n * 366n };
}

/** What each whole year of its own takes of the base, to the cent; they come to all of it. */
function yearlyCharges({ base, method, percent, years = 1 }: DepreciationPlan): Minor[] {
  const charges: Minor[] = [];
  let left = base;
  const digits = (years * (years + 1)) / 2;
  for (let year = 1; year <= years; year += 1) {
    const whole =
      method === 'digits'
        ? Number(divideHalfUp(BigInt(base) * BigInt(years - year + 1), BigInt(digits)))
        : rated(left, decimal(percent ?? '0'), { part: 1n, of: 1n });
    const charge = year === years ? left : Math.min(whole, left);
    charges.push(charge);
    left -= charge;
  }
  return charges;
}

/** base × percent × part, rounded half up once. */
const rated = (base: Minor, percent: Decimal, { part, of }: { readonly part: bigint; readonly of: bigint }): Minor =>
  Number(divideHalfUp(BigInt(base) * percent.units * part, 100n * 10n ** BigInt(percent.scale) * of));

/** Digits and constant percentage go by years of the asset's own: what of them is over is taken whole, of the next its part. */
function byOwnYears(plan: DepreciationPlan, to: IsoDate): Minor {
  const from = plan.basis === 'months' ? `${monthOf(plan.from)}-01` : plan.from;
  let total = 0;
  for (const [i, charge] of yearlyCharges(plan).entries()) {
    const [first, next] = [yearsLater(from, i), yearsLater(from, i + 1)];
    if (to < first) break;
    const whole = to >= addDays(next, -1);
    const [part, of] = plan.basis === 'months' ? [monthsFrom(first, to), 12] : [daysBetween(first, to) + 1, daysBetween(first, next)];
    total += whole ? charge : Number(divideHalfUp(BigInt(charge) * BigInt(part), BigInt(of)));
  }
  return total;
}

/** What a plan has depreciated by the end of a day, minor units: never more than its base, nothing before its first day. */
export function plannedUntil(plan: DepreciationPlan, to: IsoDate): Minor {
  if (plan.method === 'none' || to < plan.from) return 0;
  if (plan.method !== 'straight-line') return byOwnYears(plan, to);
  const percent = plan.percent === undefined ? { units: 100n, scale: 0 } : decimal(plan.percent);
  const { part, of } = calendarYears(plan, to);
  assert(plan.percent !== undefined || plan.years !== undefined, 'a straight line has a percentage or years');
  return Math.min(plan.base, rated(plan.base, percent, { part, of: plan.percent === undefined ? of * BigInt(plan.years ?? 1) : of }));
}
