import type { IsoDate, Month } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { HolidayRounding } from './extra-pay.ts';
import type { PayTerms } from './pay-terms.ts';
import type { SickLeave } from './sick-pay-es.ts';
import type { FamilyData, RateRounding } from './withholding-rate.ts';

/**
 * What is paid beside the salary. What of it contributes and bears tax: bonus, commission and kind both; overtime with a contribution of
 * its own; allowances within the limits of RIRPF art. 9 neither; benefits that improve sick pay tax alone (LGSS art. 147.2).
 */
export const VARIABLE_PAY = [
  'bonus',
  'commission',
  'overtime',
  'overtime-force-majeure',
  'in-kind',
  'allowance',
  'sick-improvement',
] as const;
export type VariableKind = (typeof VARIABLE_PAY)[number];
export interface VariablePay {
  readonly kind: VariableKind;
  readonly text: string;
  readonly amount: Minor;
  /** As the company's concept says; absent: as the kind does. */
  readonly contributes?: boolean;
  readonly taxed?: boolean;
}

/**
 * Days without pay: unpaid leave goes on contributing by the minimum base (RD 2064/1995 art. 69), a strike does not contribute. A day of
 * which half is worked contributes as a day of work, by half of its pay.
 */
export interface UnpaidDays {
  readonly kind: 'unpaid-leave' | 'strike';
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The first day from noon on. */
  readonly fromNoon?: boolean;
  /** The last day until noon. */
  readonly untilNoon?: boolean;
}

/** Days of birth and care of a child, with the contribution base of a day: that of the month before. */
export interface BirthDays {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly dailyBase: Minor;
}

/** How a company counts where the norm leaves a choice. */
export interface PayPolicies {
  readonly rateRounding: RateRounding;
  readonly holidayRounding: HolidayRounding;
  /** Minimum base of an hour of part time, in cents, where a person has set it with its source. */
  readonly minimumHour?: Minor;
}

/** What was paid this year before the month, as slips say it; absent fields of a first slip are nothing. */
export interface YearSoFar {
  readonly gross: Minor;
  readonly withheld: Minor;
  readonly socialSecurity: Minor;
  /** What was paid beside the salary and bears tax. */
  readonly variable: Minor;
  /** The rate that the last slip bore, and what it was foreseen by: the same facts keep the rate. */
  readonly rate?: { readonly value: number; readonly facts: string };
}
export const NOTHING_SO_FAR: YearSoFar = { gross: 0, withheld: 0, socialSecurity: 0, variable: 0 };

/** All that one person's slip of one month is computed of. */
export interface PayFacts {
  readonly month: Month;
  readonly employed: { readonly from: IsoDate; readonly to?: IsoDate };
  readonly terms: readonly PayTerms[];
  readonly family: FamilyData;
  readonly contract: 'general' | 'short' | 'special';
  readonly reducedTerritory?: boolean;
  readonly sick: readonly SickLeave[];
  readonly unpaid: readonly UnpaidDays[];
  /** Days of birth and care, which Social Security pays by itself (LGSS arts. 177–180): the company goes on contributing its part. */
  readonly birth?: readonly BirthDays[];
  readonly variable: readonly VariablePay[];
  readonly advance: Minor;
  readonly garnishment?: { readonly owed: Minor; readonly familyPoints: number };
  readonly year: YearSoFar;
  readonly policies: PayPolicies;
}
