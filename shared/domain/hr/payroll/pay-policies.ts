import * as z from 'zod/mini';
import { type Month, yearOf } from '#kernel/date.ts';
import { Money, PositiveMoney } from '#kernel/money.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { ConceptRuleInput } from './concept-rule.ts';
import { HOLIDAY_ROUNDINGS } from './extra-pay.ts';
import type { PayPolicies } from './pay-facts.ts';
import type { SeverancePolicies } from './severance-es.ts';

/** The minimum base of an hour of part time in a year, as the order of contributions publishes it: no row of the pack has it. */
const MinimumHourInput = z.strictObject({
  year: z.int().check(z.minimum(2020), z.maximum(2199)),
  amount: PositiveMoney,
  /** Where it was published, such as `Orden PJC/297/2026, art. 37`. */
  source: text(160),
});

/** How a company counts where the norm leaves a choice; absent: the default of each, as the pack has it. */
export const PayPoliciesInput = z.strictObject({
  /** Of what is withheld: to two decimals what is beyond is dropped, or rounded (RIRPF art. 86.1). */
  rateRounding: z._default(z.enum(['truncate', 'half-up']), 'truncate'),
  /** Days of holiday that a leaving pays. */
  holidayRounding: z._default(z.enum(HOLIDAY_ROUNDINGS), 'exact'),
  /** A day's pay of a severance is the year's by so many. */
  dailyDivisor: z._default(z.enum(['365', '360']), '365'),
  /** Of a severance: a month that began counts whole, or days count. */
  severanceMonths: z._default(z.enum(['started', 'days']), 'started'),
  minimumHours: z._default(z.array(MinimumHourInput).check(z.maxLength(50)), []),
  /** What concepts of the company's own bear; absent: as the kind of each line does. */
  concepts: z.optional(z.array(ConceptRuleInput).check(z.maxLength(100))),
});
export type PayPoliciesInput = z.output<typeof PayPoliciesInput>;
export const PayPolicySettings = storedOf(PayPoliciesInput);
export type PayPolicySettings = Readonly<z.output<typeof PayPolicySettings>>;

export const PayPoliciesView = z.object({
  rateRounding: z.enum(['truncate', 'half-up']),
  holidayRounding: z.enum(HOLIDAY_ROUNDINGS),
  dailyDivisor: z.enum(['365', '360']),
  severanceMonths: z.enum(['started', 'days']),
  minimumHours: z.array(z.object({ year: z.int(), amount: Money, source: z.string() })),
  concepts: z.optional(
    z.array(
      z.object({
        ...{ name: z.string(), from: z.string(), contributes: z.boolean(), taxed: z.boolean() },
        ...{ upTo: z.optional(Money), source: z.string() },
      }),
    ),
  ),
});

export const DEFAULT_POLICIES: PayPolicySettings = {
  ...{ rateRounding: 'truncate', holidayRounding: 'exact', dailyDivisor: '365', severanceMonths: 'started', minimumHours: [] },
};

/** How a month is counted. */
export function policiesIn({ rateRounding, holidayRounding, minimumHours }: PayPolicySettings, month: Month): PayPolicies {
  const minimumHour = minimumHours.find(({ year }) => String(year) === yearOf(month))?.amount;
  return { rateRounding, holidayRounding, ...(minimumHour === undefined ? {} : { minimumHour }) };
}

export const severancePoliciesOf = ({ dailyDivisor, severanceMonths }: PayPolicySettings): SeverancePolicies => ({
  dailyDivisor: dailyDivisor === '360' ? 360 : 365,
  months: severanceMonths,
});
