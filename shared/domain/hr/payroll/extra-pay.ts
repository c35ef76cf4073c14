import { addDays, daysBetween, earliest, type IsoDate, latest } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { type Minor, shareOf } from '#kernel/money.ts';

/** A time in which an extra pay is earned: the half year or the year before it is paid, by agreement (ET 31). */
export interface Accrual {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
export const EXTRA_PAY_ACCRUALS = ['half-year', 'year'] as const;
export type ExtraPayAccrual = (typeof EXTRA_PAY_ACCRUALS)[number];

const firstDay = (year: number, no: number): IsoDate => {
  const months = year * 12 + no - 1;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
};

/**
 * The time that the extra pay of a month is earned in. By the year: the twelve months that end with it. By parts: the last part of the
 * calendar year that has ended by then, a half where two are paid (June and July pay January to June), a third or a quarter of more.
 * @param count extra pays of a year.
 */
export function accrualOf(month: string, how: ExtraPayAccrual, count = 2): Accrual {
  const [year, no] = month.split('-').map(Number) as [number, number];
  const length = how === 'year' ? 12 : 12 / Math.max(1, count);
  const end = how === 'year' ? no : Math.floor(no / length) * length;
  return { from: firstDay(year, end - length + 1), to: addDays(firstDay(year, end + 1), -1) };
}

const overlap = (a: Accrual, b: Accrual): number => {
  const from = latest(a.from, b.from);
  const to = earliest(a.to, b.to);
  return from > to ? 0 : daysBetween(from, to) + 1;
};

/** The part of an extra pay that was earned by days employed, rounded once. */
export function earnedExtraPay(amount: Minor, accrual: Accrual, employed: Accrual): Minor {
  return shareOf(amount, BigInt(overlap(accrual, employed)), BigInt(daysBetween(accrual.from, accrual.to) + 1));
}

export const HOLIDAY_ROUNDINGS = ['exact', 'half-day', 'whole-day'] as const;
export type HolidayRounding = (typeof HOLIDAY_ROUNDINGS)[number];
const HUNDREDTHS = { exact: 1n, 'half-day': 50n, 'whole-day': 100n } as const;

/**
 * Holiday that was earned and not taken at a leaving (ET 38): days in hundredths, and their money.
 * @param perYear days of a whole year. @param employed the part of the leave year. @param annual pay of a year. @param taken days, in hundredths.
 */
export function unusedHoliday(
  {
    perYear,
    employed,
    annual,
    taken,
  }: { readonly perYear: number; readonly employed: Accrual; readonly annual: Minor; readonly taken: number },
  rounding: HolidayRounding = 'exact',
): { readonly earned: number; readonly days: number; readonly amount: Minor } {
  if (taken < 0) throw invalid('leave.taken', 'Days taken cannot be negative.', 'query.taken');
  const days = BigInt(overlap(employed, { from: `${employed.to.slice(0, 4)}-01-01`, to: `${employed.to.slice(0, 4)}-12-31` }));
  const unit = HUNDREDTHS[rounding];
  const hundredths = shareOf(perYear * 100, days, 365n);
  const earned = Number(((BigInt(hundredths) + unit / 2n) / unit) * unit);
  const left = earned - taken;
  return { earned, days: left, amount: shareOf(annual, BigInt(left), 36_500n) };
}
