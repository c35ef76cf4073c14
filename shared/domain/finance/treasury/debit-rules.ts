import { addDays, addMonths, type IsoDate, monthOf } from '#kernel/date.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { bankDayFrom, isBankDay } from './bank-days.ts';

/** CORE: anybody may be debited, and has the money back within eight weeks. B2B: businesses, without that right. */
export const SCHEMES = ['CORE', 'B2B'] as const;
export type Scheme = (typeof SCHEMES)[number];
export const SEQUENCES = ['FRST', 'RCUR', 'OOFF', 'FNAL'] as const;
export type Sequence = (typeof SEQUENCES)[number];

/** What the rulebooks say of a scheme from a day on. */
interface SchemeRule {
  readonly from: IsoDate;
  /** Bank days before the day of collection on which the file is with the debtor's bank at the latest. */
  readonly lead: number;
  /** Months without a collection after which a mandate is no longer good. */
  readonly lapse: number;
  readonly source: string;
}

/**
 * Rules of the schemes by day: CORE D-1 for every sequence since November 2016 (before: five days for the first, two for others);
 * B2B D-1 always. 36 months: rulebooks, section 4.1. Banks may ask for the file earlier than the scheme does: their terms say so.
 */
export const SCHEME_RULES: Readonly<Record<Scheme, readonly SchemeRule[]>> = {
  CORE: [{ from: '2016-11-21', lead: 1, lapse: 36, source: 'EPC016-06, SDD Core rulebook 2025 v1.1, 4.3.1 and 4.1' }],
  B2B: [{ from: '2016-11-21', lead: 1, lapse: 36, source: 'EPC222-07, SDD B2B rulebook 2025 v1.1, 4.3.1 and 4.1' }],
};

/** The rule of a scheme on a day: the first one for what is older. */
export function schemeRule(scheme: Scheme, date: IsoDate): SchemeRule {
  const rules = SCHEME_RULES[scheme];
  return rules.findLast(({ from }) => from <= date) ?? (rules[0] as SchemeRule);
}

/** The first day on which what is sent today may be collected: so many bank days later. */
export function earliestCollection(scheme: Scheme, today: IsoDate): IsoDate {
  let day = bankDayFrom(today);
  for (let left = schemeRule(scheme, today).lead; left > 0; left -= isBankDay(day) ? 1 : 0) day = addDays(day, 1);
  return bankDayFrom(day);
}

/** The same day so many months later; of a month that is shorter, its last day. */
export function addMonthsTo(date: IsoDate, months: number): IsoDate {
  const month = addMonths(monthOf(date), months);
  const end = addDays(`${addMonths(month, 1)}-01`, -1);
  return end.slice(8) < date.slice(8) ? end : `${month}-${date.slice(8)}`;
}

/** The last day on which a mandate is good: so many months after it was last collected by, or signed. */
export function expiryOf({ scheme, collectedOn, signedOn }: { scheme: Scheme; collectedOn?: IsoDate; signedOn: IsoDate }): IsoDate {
  const last = collectedOn ?? signedOn;
  return addMonthsTo(last, schemeRule(scheme, last).lapse);
}

/** Months after a debit in which the debtor's bank may still give it back as one without mandate (rulebooks, 4.3.3). */
export const REFUND_MONTHS = 13;

/** The suffix of a creditor who has said no other. */
export const USUAL_SUFFIX = '000';

/**
 * The creditor identifier of a Spanish company (AT-02): `ES`, control digits (ISO 7064, mod 97-10, without the suffix), a suffix of
 * three characters for lines of business, and the tax id. `B12345674` with 000 gives `ES….000B12345674` without the dots.
 */
export function creditorId(taxId: string, suffix: string = USUAL_SUFFIX): string {
  const bare = bareTaxId(taxId);
  const digits = [...`${bare}ES00`].map((char) => Number.parseInt(char, 36)).join('');
  const control = 98n - (BigInt(digits) % 97n);
  return `ES${String(control).padStart(2, '0')}${suffix}${bare}`;
}
