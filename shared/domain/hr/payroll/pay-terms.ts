import * as z from 'zod/mini';
import { addDays, BusinessDate, daysBetween, type IsoDate, type Month } from '#kernel/date.ts';
import { type Minor, PositiveMoney, shareOf } from '#kernel/money.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText } from '#kernel/written-text.ts';
import { EXTRA_PAY_ACCRUALS } from './extra-pay.ts';
import { TableTerms } from './salary-table.ts';
import { CONTRIBUTION_GROUPS, isDaily } from './social-security-es.ts';

const Percent = z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'must be a percentage such as 1.50'));
/** What pay is computed of, from a day on until the next terms: a change has a start and keeps the past. Money a year, before tax. */
export const PayTermsInput = z.strictObject({
  from: BusinessDate,
  /** Absent: until the contract ends or other terms begin. */
  to: z.optional(BusinessDate),
  group: z.enum(CONTRIBUTION_GROUPS),
  contract: z.enum(['indefinite', 'temporary']),
  /** A special dependent relationship, but for those of art. 86.2 RIRPF that are excepted: at least 15 % is withheld. */
  special: z.optional(z.boolean()),
  annual: PositiveMoney,
  /** Months in which an extra pay is paid beside; none: the year is paid in twelve parts. */
  extraMonths: z.array(z.int().check(z.minimum(1), z.maximum(12))).check(z.maxLength(4)),
  accrual: z.enum(EXTRA_PAY_ACCRUALS),
  /** The rate of accidents and illnesses of work, where it was published, and of which activity or occupation it is. */
  accident: z.strictObject({
    percent: Percent,
    source: writtenText(120),
    /** CNAE (two to four digits) or, of the table's second part, the letter of the occupation. */
    activity: z.optional(z.string().check(z.regex(/^(\d{2,4}|[a-h])$/, 'must be a code of the CNAE, or the letter of an occupation'))),
  }),
  /** Hours of a month where it is part time. */
  partTimeHours: z.optional(z.string().check(z.regex(/^\d{1,3}(\.\d{1,2})?$/, 'must be hours such as 86.50'))),
  /** The group of a collective agreement's table: no less is paid than its row of the first day. */
  table: z.optional(TableTerms),
});
export const PayTerms = storedOf(PayTermsInput);
export type PayTerms = Readonly<z.output<typeof PayTerms>>;

/** The terms that hold between two days, cut to them, in order. */
export function termsBetween(terms: readonly PayTerms[], from: IsoDate, to: IsoDate): readonly PayTerms[] {
  const sorted = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.flatMap((each, i) => {
    const next = sorted[i + 1];
    const ends = [to, each.to, next && addDays(next.from, -1)].filter((day) => day !== undefined).toSorted()[0] as IsoDate;
    const begins = each.from > from ? each.from : from;
    return begins <= ends ? [{ ...each, from: begins, to: ends }] : [];
  });
}

/** First and last day of a month. */
export function monthDays(month: Month): { readonly from: IsoDate; readonly to: IsoDate; readonly length: number } {
  const from = `${month}-01`;
  const next = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${next}-01`, -1), length: daysBetween(from, `${next}-01`) };
}

/**
 * How days of a month count: a month of groups 1 to 7 has 30 whatever its length, its last day being the 30th; in groups 8 to 11 each
 * is one (RD 2064/1995 art. 26; LGSS art. 147).
 */
export function countedDays(
  daily: boolean,
  from: IsoDate,
  to: IsoDate,
): { readonly before: number; readonly upto: number; readonly all: number } {
  const { length } = monthDays(from.slice(0, 7));
  const index = (day: number) => (daily ? day : day >= length ? 30 : Math.min(day, 30));
  return { before: index(Number(from.slice(8)) - 1), upto: index(Number(to.slice(8))), all: daily ? length : 30 };
}
export const countBetween = (daily: boolean, from: IsoDate, to: IsoDate): number => {
  const { before, upto } = countedDays(daily, from, to);
  return upto - before;
};

const DAYS_OF_EXTRA = 30;
/** The pay of one whole month, without extra pays: of groups 8 to 11 by its days, of 365 and 30 for each extra pay. */
export function monthPay(terms: PayTerms, month: Month): Minor {
  const extras = terms.extraMonths.length;
  if (isDaily(terms.group)) return shareOf(terms.annual, BigInt(monthDays(month).length), BigInt(365 + DAYS_OF_EXTRA * extras));
  const regular = shareOf(terms.annual, 1n, BigInt(12 + extras));
  return extras === 0 && month.endsWith('-12') ? terms.annual - 11 * regular : regular;
}

/** One extra pay of a whole accrual; the last of the year makes the year's pay exact. */
export function extraPayAmount(terms: PayTerms, month: Month): Minor {
  const extras = terms.extraMonths.length;
  if (isDaily(terms.group)) return shareOf(terms.annual, BigInt(DAYS_OF_EXTRA), BigInt(365 + DAYS_OF_EXTRA * extras));
  const regular = shareOf(terms.annual, 1n, BigInt(12 + extras));
  const last = Number(month.slice(5)) === Math.max(...terms.extraMonths);
  return last ? terms.annual - (11 + extras) * regular : regular;
}

/** Extra pays of a year, as the month's base takes a twelfth of them: what a year pays beyond its months. */
export function extraPaysOfYear(terms: PayTerms): Minor {
  const extras = terms.extraMonths.length;
  if (extras === 0) return 0;
  if (isDaily(terms.group)) return shareOf(terms.annual, BigInt(DAYS_OF_EXTRA * extras), BigInt(365 + DAYS_OF_EXTRA * extras));
  return terms.annual - 12 * shareOf(terms.annual, 1n, BigInt(12 + extras));
}

/** The part of an amount that falls on counted days: parts of a whole month add up to it exactly, wherever it is cut. */
export const partOf = (amount: Minor, daily: boolean, from: IsoDate, to: IsoDate): Minor => {
  const { before, upto, all } = countedDays(daily, from, to);
  return shareOf(amount, BigInt(upto), BigInt(all)) - shareOf(amount, BigInt(before), BigInt(all));
};
