import { type Refusal, refusal } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';

/**
 * Rules that a payment to a customer may break. Money leaves by two people: who recorded, credited or authorised what is
 * paid back does not pay it; and more than the company's limit is paid by whoever may decide alone. Those may break both,
 * and the payment says so for good.
 */
export const PAYOUT_RULES = ['same_person', 'over_limit'] as const;
export type PayoutRule = (typeof PAYOUT_RULES)[number];

/** Who pays. The program pays by itself where the company wants it so. */
export interface Payer {
  readonly email: string;
  readonly mayPayAlone: boolean;
}

/** A payment to a customer, as these rules see it. Minor units. */
export interface Payout {
  /** Addresses of the people whose acts gave the credit; no workers. */
  readonly makers: readonly string[];
  /** What has been paid back of the same documents, with this payment: many small ones are one large one. */
  readonly total: Minor;
  readonly limit?: Minor | undefined;
}

/** The rules that a payment breaks. What the program pays by itself must have gone through the hands of two people before. */
export function brokenRules({ makers, total, limit }: Payout, payer: Payer | undefined): PayoutRule[] {
  const samePerson = payer ? makers.includes(payer.email) : new Set(makers).size < 2;
  const overLimit = limit !== undefined && total > limit;
  return PAYOUT_RULES.filter((rule) => (rule === 'same_person' ? samePerson : overLimit));
}

/** Why somebody may not pay, or undefined. @param field of the request that names what is paid back. */
export function refusalOfPayout(payout: Payout, payer: Payer | undefined, field: string): Refusal | undefined {
  const [rule] = payer?.mayPayAlone ? [] : brokenRules(payout, payer);
  if (rule === 'same_person')
    return refusal('refund.same_person', 'You recorded, credited or authorised what is paid back: somebody else must pay it.', field);
  if (rule === undefined || payout.limit === undefined) return undefined;
  const [total, limit] = [minorText(payout.total), minorText(payout.limit)];
  return refusal('refund.over_limit', `${total} EUR would be paid back, more than the limit of ${limit}: an owner must pay it.`, field, {
    total,
    limit,
  });
}
