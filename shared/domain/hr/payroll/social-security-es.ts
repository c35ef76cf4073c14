import type { IsoDate, Month } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';

/** Contribution groups of the general scheme: 1 to 7 are paid by the month, 8 to 11 by the day (LGSS art. 147, RD 2064/1995 art. 26). */
export const CONTRIBUTION_GROUPS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'] as const;
export type ContributionGroup = (typeof CONTRIBUTION_GROUPS)[number];
/** Whether the group's bases are counted by calendar days. */
export const isDaily = (group: ContributionGroup): boolean => Number(group) >= 8;

/** What a contribution is charged of both sides, in percent of its base. */
export interface ContributionRate {
  readonly company: string;
  readonly worker: string;
}
/** What is paid above the maximum base up to `to` (absent: whatever is above) bears this. */
interface SolidarityTranche extends ContributionRate {
  readonly to?: Minor;
}

/** One year of the general scheme: bases in cents, rates in percent. */
export interface SocialSecurityRow {
  readonly id: string;
  readonly norm: string;
  readonly confidence: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly maxMonth: Minor;
  readonly maxDay: Minor;
  /** Minimum base of groups 1, 2, 3 and 4 to 7, a month. */
  readonly minMonth: readonly [Minor, Minor, Minor, Minor];
  /** Minimum base of groups 8 to 11, a day. */
  readonly minDay: Minor;
  readonly common: ContributionRate;
  readonly equity: ContributionRate;
  readonly unemployment: { readonly indefinite: ContributionRate; readonly temporary: ContributionRate };
  readonly wageGuarantee: ContributionRate;
  readonly training: ContributionRate;
  readonly overtime: { readonly forceMajeure: ContributionRate; readonly other: ContributionRate };
  readonly solidarity: readonly SolidarityTranche[];
  /** Minimum wage: of a month where fourteen are paid, and of a year. */
  readonly minimumWage: { readonly month: Minor; readonly year: Minor; readonly norm: string };
  /** What a temporary contract of less than 30 days costs the company once (LGSS art. 151). */
  readonly shortContract: Minor;
}

const RATES = {
  common: { company: '23.60', worker: '4.70' },
  unemployment: { indefinite: { company: '5.50', worker: '1.55' }, temporary: { company: '6.70', worker: '1.60' } },
  wageGuarantee: { company: '0.20', worker: '0' },
  training: { company: '0.60', worker: '0.10' },
  overtime: { forceMajeure: { company: '12.00', worker: '2.00' }, other: { company: '23.60', worker: '4.70' } },
} as const;

/**
 * The general scheme by year. Source: Orden PJC/178/2025 (BOE-A-2025-3780), RD 87/2025; Orden PJC/297/2026 (BOE-A-2026-7296), RDL
 * 3/2026 (BOE-A-2026-2548), RD 126/2026; checked 2026-11-29. Confidence: 2025 high; 2026 high, minimum bases of groups 1 to 3
 * medium-high (the order's annex was not read), the extra of short contracts computed by its rule.
 */
export const SOCIAL_SECURITY_ES: readonly SocialSecurityRow[] = [
  {
    ...{ id: 'es.ss.general.2025', norm: 'Orden PJC/178/2025', confidence: 'high', from: '2025-01-01', to: '2025-12-31' },
    ...{ maxMonth: 490_950, maxDay: 16_365, minMonth: [192_900, 159_960, 139_170, 138_120], minDay: 4_604 },
    ...RATES,
    equity: { company: '0.67', worker: '0.13' },
    solidarity: [
      { to: 540_045, company: '0.77', worker: '0.15' },
      { to: 736_425, company: '0.83', worker: '0.17' },
      { company: '0.98', worker: '0.19' },
    ],
    minimumWage: { month: 118_400, year: 1_657_600, norm: 'RD 87/2025' },
    shortContract: 3_260,
  },
  {
    ...{ id: 'es.ss.general.2026', norm: 'Orden PJC/297/2026', confidence: 'high', from: '2026-01-01', to: '2026-12-31' },
    ...{ maxMonth: 510_120, maxDay: 17_004, minMonth: [198_930, 164_970, 143_520, 142_440], minDay: 4_748 },
    ...RATES,
    equity: { company: '0.75', worker: '0.15' },
    solidarity: [
      { to: 561_132, company: '0.96', worker: '0.19' },
      { to: 765_180, company: '1.04', worker: '0.21' },
      { company: '1.22', worker: '0.24' },
    ],
    minimumWage: { month: 122_100, year: 1_709_400, norm: 'RD 126/2026' },
    shortContract: 3_362,
  },
];

/** The row that covers a month. @throws DomainError `payroll.no_row` (422): contributions of a month without one are not guessed. */
export function socialSecurityIn(month: Month): SocialSecurityRow {
  const row = SOCIAL_SECURITY_ES.find(({ from, to }) => from <= `${month}-01` && `${month}-01` <= to);
  if (row) return row;
  throw refused(
    'payroll.no_row',
    `There are no bases and rates of Social Security for ${month}. They are added once the year's order is published.`,
    'month',
    { month, what: 'social-security' },
  );
}

/** The minimum base of a group: of the month for groups 1 to 7, of a day for 8 to 11. */
export function minimumBaseOf(row: SocialSecurityRow, group: ContributionGroup): Minor {
  if (isDaily(group)) return row.minDay;
  return row.minMonth[Math.min(Number(group), 4) - 1] as Minor;
}
