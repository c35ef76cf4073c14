import * as z from 'zod/mini';
import { leastOf, TableGroup } from '#domain/hr/payroll/salary-table.ts';
import { CONTRIBUTION_GROUPS, SOCIAL_SECURITY_ES } from '#domain/hr/payroll/social-security-es.ts';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { minorText, PositiveMoney } from '#kernel/money.ts';
import { storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { CONTRACT_KINDS, type Vacancy } from './vacancy.ts';

/** What of the pay terms the offer need not tell the candidate, and payroll needs: with it, they are not entered again. */
const PayFacts = z.strictObject({
  group: z.enum(CONTRIBUTION_GROUPS),
  accident: z.strictObject({
    percent: z.string().check(z.regex(/^\d{1,2}(\.\d{1,2})?$/, 'must be a percentage such as 1.50')),
    source: text(120),
  }),
});
export const OfferInput = z.strictObject({
  /** Absent: that of the vacancy. */
  position: z.optional(text(80)),
  startDate: BusinessDate,
  /** Before tax, in a year, all pays together. */
  annual: PositiveMoney,
  /** In how many pays a year: twelve, or with two extra ones. */
  pays: z._default(z.literal([12, 14]), 14),
  /** Hours a week, where it is part time. */
  weeklyHours: z.optional(z.string().check(z.regex(/^([1-9]|[1-3]\d)(\.\d{1,2})?$/, 'must be hours of a week below 40, such as 20.00'))),
  /** Absent: that of the vacancy. */
  contract: z.optional(z.enum(CONTRACT_KINDS)),
  trialMonths: z.optional(z.int().check(z.minimum(1), z.maximum(6))),
  /** The collective agreement that holds; absent: that of the table. */
  agreement: z.optional(text(120)),
  /** The group of its table: no less is offered than its row of the first day. */
  table: z.optional(TableGroup),
  payroll: z.optional(PayFacts),
  /** Days in which it can be accepted. */
  days: z._default(z.int().check(z.minimum(1), z.maximum(60)), 7),
});
export type OfferInput = z.output<typeof OfferInput>;

export const OFFER_ANSWERS = ['yes', 'no'] as const;
const Answered = z.object({ answer: z.enum(OFFER_ANSWERS), at: z.string() });
export const Offer = z.extend(storedOf(OfferInput), {
  position: z.string(),
  contract: z.enum(CONTRACT_KINDS),
  by: z.string(),
  madeAt: z.string(),
  /** ISO instant after which it can be accepted no more. */
  expiresAt: z.string(),
  /** SHA-256 of what the link proves; and where its page stands: the host at which the API was asked. */
  proof: z.string(),
  domain: z.string(),
  /** Whether the candidate has been sent the link; noted before the mail leaves. */
  mail: z.enum(['wanted', 'sent', 'unsent']),
  answered: z.exactOptional(Answered),
});
export type Offer = z.output<typeof Offer>;

/** Whether it can still be accepted. */
export const isOfferOpen = ({ answered, expiresAt }: Pick<Offer, 'answered' | 'expiresAt'>, now: string): boolean =>
  answered === undefined && expiresAt > now;

/** The minimum wage of a year, by the newest row that has begun by then: it does not fall, and no later one is guessed. */
const minimumWageOn = (day: IsoDate) =>
  (SOCIAL_SECURITY_ES.findLast(({ from }) => from <= day) ?? (SOCIAL_SECURITY_ES[0] as (typeof SOCIAL_SECURITY_ES)[number])).minimumWage;

/** Why nobody is offered this: a day that has passed, less than the minimum wage for its hours (ET art. 27.1), more than was granted. */
export function refusalOfTerms(
  { startDate, annual, weeklyHours }: OfferInput,
  vacancy: Pick<Vacancy, 'budget'>,
  today: IsoDate,
): Refusal | undefined {
  if (startDate < today)
    return refusal('offer.date', `Nobody begins before the offer is made: choose ${today} or a later day.`, 'body.startDate', { today });
  const { year, norm } = minimumWageOn(startDate);
  const least = leastOf(year, weeklyHours);
  if (annual < least)
    return refusal(
      'offer.below_minimum_wage',
      `${minorText(annual)} a year is below the minimum wage of ${minorText(least)} for ${weeklyHours ? `${weeklyHours} hours a week` : 'full time'} (${norm}): offer that at least, or say the hours${weeklyHours ? '' : ' of part time'}.`,
      'body.annual',
      { annual: minorText(annual), least: minorText(least), norm },
    );
  return annual > vacancy.budget
    ? refusal(
        'offer.over_budget',
        `The budget of the vacancy is ${minorText(vacancy.budget)} a year: offer that at most, or ask for a vacancy with more.`,
        'body.annual',
        { budget: minorText(vacancy.budget) },
      )
    : undefined;
}

/** What stands in the link of an offer: the company, the application, and what proves that it was sent there. */
export const OFFER_TOKEN = /^([a-z][a-z0-9-]{1,30})\.([0-9A-HJKMNP-TV-Z]{26})\.([\w-]{43})$/;
export const offerToken = (tenant: string, applicationId: string, secret: string): string =>
  `${tenant}.${applicationId.slice(4)}.${secret}`;

export const OfferView = z.object({
  position: z.string(),
  startDate: z.string(),
  annual: z.optional(PositiveMoney),
  pays: z.int(),
  weeklyHours: z.optional(z.string()),
  contract: z.enum(CONTRACT_KINDS),
  trialMonths: z.optional(z.int()),
  agreement: z.optional(z.string()),
  table: z.optional(TableGroup),
  by: z.string(),
  madeAt: z.string(),
  expiresAt: z.string(),
  answered: z.optional(Answered),
});
/** @param pay whether whoever looks may see what it pays. */
export function offerView({ proof: _, days: __, mail: ___, payroll: ____, domain: _____, annual, ...shown }: Offer, pay: boolean) {
  return { ...shown, ...(pay ? { annual } : {}) };
}
