import { invalid, refused } from '#kernel/errors.ts';
import { type Minor, minorText, percentOf, shareOf } from '#kernel/money.ts';
import { type ContributionGroup, type ContributionRate, isDaily, minimumBaseOf, type SocialSecurityRow } from './social-security-es.ts';

/** Contributions, each rounded to the cent by itself (half-up). */
export const CONTRIBUTIONS = [
  'common',
  'equity',
  'unemployment',
  'training',
  'wage-guarantee',
  'accident',
  'overtime',
  'overtime-force-majeure',
  'solidarity',
  'short-contract',
] as const;
export type ContributionKind = (typeof CONTRIBUTIONS)[number];

/** One contribution of a month: what it is charged on, at what rates, and what each side pays, in cents. */
export interface Contribution {
  readonly kind: ContributionKind;
  readonly base: Minor;
  readonly rate: ContributionRate;
  readonly worker: Minor;
  readonly company: Minor;
  /** The row of the pack that the rate stands in, or where the company has its own from. */
  readonly row: string;
  /** The norm of that row, or the same document. */
  readonly norm: string;
}

/** What a month's contributions are computed of. Money in cents. */
export interface ContributionFacts {
  readonly group: ContributionGroup;
  readonly contract: 'indefinite' | 'temporary';
  /** Pay of the month that contributes, without overtime and without extra pays. */
  readonly pay: Minor;
  /** The month's part of the year's extra pays. */
  readonly extraPays: Minor;
  /** What the base takes instead of pay on days of sickness and the like: the daily base of the month before, by days. */
  readonly absences?: Minor;
  readonly overtime?: Minor;
  readonly overtimeForceMajeure?: Minor;
  /** Days that contribute: of 30 in groups 1 to 7, calendar days in groups 8 to 11. */
  readonly days: number;
  /** Accidents and occupational diseases in percent, and the document that the company has it from. */
  readonly accident: { readonly percent: string; readonly source: string };
  /** Part time: hours of the month and the minimum base of an hour, where a person has set it with its source. */
  readonly partTime?: { readonly hours: string; readonly minimumHour?: Minor };
  /** A temporary contract of less than 30 days ends in this month. */
  readonly shortContract?: boolean;
  /** Days of birth and care: the worker's part is kept of what Social Security pays. */
  readonly companyAlone?: boolean;
}

/** The bases of a month. */
export interface Bases {
  /** Common contingencies, equity mechanism. */
  readonly common: Minor;
  /** Accidents, unemployment, wage guarantee, training: with overtime. */
  readonly professional: Minor;
  /** Pay above the maximum base: bears solidarity alone. */
  readonly above: Minor;
  /** What they were before limits. */
  readonly before: Minor;
}

const ofDays = (group: ContributionGroup, days: number, month: Minor, day: Minor): Minor =>
  isDaily(group) ? day * days : shareOf(month, BigInt(days), 30n);

/** The minimum of a part-time month: its hours, which need a minimum of the hour once pay is below that of full time. */
function partTimeMinimum(facts: ContributionFacts, full: Minor, before: Minor): Minor {
  const { hours, minimumHour } = facts.partTime ?? { hours: '0' };
  if (minimumHour !== undefined) return Math.min(full, percentOf(minimumHour * 100, hours));
  if (before >= full) return full;
  throw refused(
    'payroll.part_time_minimum',
    `The base of ${minorText(before)} is below the minimum of full time, and the minimum base of an hour is not verified: the month cannot be worked out until it is.`,
    'path.employeeId',
    { base: minorText(before), minimum: minorText(full) },
  );
}

/**
 * The bases of a month: pay with the month's part of extra pays, between minimum and maximum by days (LGSS art. 147 and 148; RD
 * 2064/1995 art. 23 and 26). Overtime is in the professional base alone.
 */
export function basesOf(row: SocialSecurityRow, facts: ContributionFacts): Bases {
  const { group, days } = facts;
  if (days < 0 || days > 31) throw invalid('payroll.days', 'A month has between 0 and 31 days of contribution.', 'days');
  const before = facts.pay + facts.extraPays + (facts.absences ?? 0);
  // What is paid after the last day, or in a month of strike, has the limits of a whole month.
  const top = ofDays(group, days || 30, row.maxMonth, row.maxDay);
  const full = ofDays(group, days, minimumBaseOf(row, group), row.minDay);
  const lowest = ofDays(group, days, row.minMonth[3], row.minDay);
  const overtime = (facts.overtime ?? 0) + (facts.overtimeForceMajeure ?? 0);
  const floor = facts.partTime ? partTimeMinimum(facts, full, before) : full;
  const common = Math.min(Math.max(before, floor), top);
  const least = facts.partTime ? Math.min(floor, lowest) : lowest;
  return { common, professional: Math.min(Math.max(before + overtime, least), top), above: Math.max(0, before - top), before };
}

/** Where a rate stands. */
interface RateSource {
  readonly id: string;
  readonly norm: string;
}

const charge = (kind: ContributionKind, base: Minor, rate: ContributionRate, { id, norm }: RateSource): Contribution => ({
  ...{ kind, base, rate, row: id, norm },
  worker: percentOf(base, rate.worker),
  company: percentOf(base, rate.company),
});

/** Solidarity on the pay above the maximum, tranche by tranche (LGSS art. 19 bis, DT 42). Tranches are those of a whole month. */
function solidarityOf(row: SocialSecurityRow, above: Minor, days: number, group: ContributionGroup): Contribution[] {
  let floor = row.maxMonth;
  const part = (month: Minor) => shareOf(month, BigInt(isDaily(group) ? 30 : days), 30n);
  return row.solidarity.flatMap(({ to, ...rate }) => {
    const from = floor;
    floor = to ?? floor;
    const most = to === undefined ? Number.POSITIVE_INFINITY : part(to) - part(row.maxMonth);
    const base = Math.min(above, most) - (part(from) - part(row.maxMonth));
    return base > 0 ? [charge('solidarity', base, rate, row)] : [];
  });
}

/** All contributions of a month, of both sides. Source: LGSS arts. 141–154 and 19 bis; rates by the row of the year. */
export function contributionsOf(row: SocialSecurityRow, facts: ContributionFacts): readonly Contribution[] {
  const { common, professional, above } = basesOf(row, facts);
  const { accident, overtime = 0, overtimeForceMajeure = 0 } = facts;
  const all: Contribution[] = [
    charge('common', common, row.common, row),
    charge('equity', common, row.equity, row),
    charge('unemployment', professional, row.unemployment[facts.contract], row),
    charge('training', professional, row.training, row),
    charge('wage-guarantee', professional, row.wageGuarantee, row),
    charge('accident', professional, { company: accident.percent, worker: '0' }, { id: accident.source, norm: accident.source }),
    ...(overtime > 0 ? [charge('overtime', overtime, row.overtime.other, row)] : []),
    ...(overtimeForceMajeure > 0 ? [charge('overtime-force-majeure', overtimeForceMajeure, row.overtime.forceMajeure, row)] : []),
    ...solidarityOf(row, above, facts.days, facts.group),
    ...(facts.shortContract
      ? [
          {
            kind: 'short-contract',
            base: 0,
            rate: { company: '0', worker: '0' },
            worker: 0,
            company: row.shortContract,
            row: row.id,
            norm: row.norm,
          } as const,
        ]
      : []),
  ];
  return facts.companyAlone ? all.map((each) => ({ ...each, worker: 0, rate: { ...each.rate, worker: '0' } })) : all;
}

/** What each side pays in all. */
export const contributionTotals = (all: readonly Contribution[]) => ({
  worker: all.reduce((sum, { worker }) => sum + worker, 0),
  company: all.reduce((sum, { company }) => sum + company, 0),
});
