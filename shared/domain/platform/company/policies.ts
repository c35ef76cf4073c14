import * as z from 'zod/mini';
import { refused } from '#kernel/errors.ts';
import { NonNegativeMoney } from '#kernel/money.ts';
import { Percent } from '#kernel/quantity.ts';

/** From whom mail is taken: an address, or all of a domain as `@domain`. */
const MailSender = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(120), z.regex(/^[^\s@,;]*@[^\s@,;]+\.[^\s@,;]+$/, 'must be an address or @domain'));

/** Rules that differ from company to company. */
export const Policies = z.strictObject({
  /** What placing an order does when stock is short. */
  shortage: z.enum(['refuse', 'backorder']),
  /** When revenue is invoiced. */
  invoiceOn: z.enum(['shipment', 'order']),
  /** Up to what total it issues simplified invoices to whom it does not know; 3,000 EUR: retail and the like (RD 1619/2012 art. 4.2). Absent: 400. */
  simplifiedUpTo: z.optional(z.enum(['four-hundred', 'three-thousand'])),
  /** Days past the due date on which a reminder goes to the customer. Absent: {@link DUNNING_DAYS}; empty: never. */
  dunningDays: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(365))).check(z.maxLength(6))),
  /** Whether the last reminder asks for interest and costs too, of customers who are businesses (Ley 3/2004 arts. 5 to 8). Absent: it names the law alone. */
  lateInterest: z.optional(z.enum(['named', 'claimed'])),
  /** An order of which nothing has shipped by then is cancelled. Absent: it waits for as long as it takes. */
  cancelUnshippedAfterDays: z.optional(z.int().check(z.minimum(1), z.maximum(300))),
  /** An order of which nothing more has shipped by then, counted from the last shipment, ends short of the rest. Absent: it waits. */
  cancelRestAfterDays: z.optional(z.int().check(z.minimum(1), z.maximum(300))),
  /** Days that a customer has to send authorised goods back. Absent: {@link RETURN_DAYS}. */
  returnWithinDays: z.optional(z.int().check(z.minimum(1), z.maximum(300))),
  /** What becomes of money that was paid for a cancelled order or for returned goods. Absent: it stays as credit. */
  refunds: z.optional(z.enum(['manual', 'automatic'])),
  /** Most that is paid back of a credit without a decision of whoever may pay alone. Absent: no limit. */
  refundLimit: z.optional(NonNegativeMoney),
  /** Bills of suppliers above it wait for a second person before they may be paid. Absent: none does. */
  billApprovalLimit: z.optional(NonNegativeMoney),
  /** Up to what total an electronic invoice of a known supplier without a doubt is entered by itself, to be approved. Absent or zero: none is. */
  automaticBillLimit: z.optional(NonNegativeMoney),
  /** A bill for goods waits too where it brings what is billed of a line above its cost by more than this percentage. Absent: none does. */
  matchPercent: z.optional(Percent),
  /** The same by an amount: either of the two. */
  matchAmount: z.optional(NonNegativeMoney),
  /** From what net amount a line of a bill on an account of fixed assets is offered as one. Absent: from any. */
  assetLimit: z.optional(NonNegativeMoney),
  /** When income tax that is withheld of bills is declared (forms 111 and 115). Absent: as they are paid (RD 439/2007 art. 94). */
  withholdingAt: z.optional(z.enum(['payment', 'invoice'])),
  /** The same of rents (form 115): `due` as they fall due, or are paid if that is earlier (RD 634/2015 art. 65). Absent or `same`: as the others. */
  rentWithheldAt: z.optional(z.enum(['same', 'payment', 'due', 'invoice'])),
  /** What is paid a kilometre by a car of one's own. Absent: what the law leaves free of tax. */
  mileageRate: z.optional(NonNegativeMoney),
  /** What is posted of a bank's lines by itself: nothing, what rules take that are on, or what the engine is sure of as well. Absent: `rules`. */
  bankMatching: z.optional(z.enum(['off', 'rules', 'post'])),
  /** From what score of 100 on the engine is sure. Absent: {@link BANK_MATCHING_SCORE}. */
  bankMatchingScore: z.optional(Percent),
  /** By how much a payment may differ from a document in another currency at the rate of its day; the rest goes to 668 or 768. Absent: {@link BANK_MATCHING_RATE}. */
  bankMatchingRate: z.optional(Percent),
  /** Pages of scans and photos that are recognised in a month: what is over it waits. Absent: {@link SCAN_PAGES_A_MONTH}. */
  scanPagesAMonth: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
  /** What they are recognised by: the function's own program, or Amazon Textract, which AWS bills by the page. Absent: `own`. */
  scanReader: z.optional(z.enum(['own', 'textract'])),
  /** Who may send documents by mail: addresses, or all of a domain as `@domain`. Absent: what comes from anybody is held. */
  mailSenders: z.optional(z.array(MailSender).check(z.maxLength(200))),
  /** Days of holiday a year, and how they count. Absent: 30 of the calendar (ET 38). */
  holidays: z.optional(z.enum(['natural-30', 'working-22', 'working-23', 'working-24', 'working-25', 'working-26'])),
  /** For how many months the holiday of a year may still be taken in the next. Absent: {@link HOLIDAY_CARRY_MONTHS}. */
  holidayCarryMonths: z.optional(z.int().check(z.minimum(0), z.maximum(12))),
  /** Whether people need a second factor for what moves money, posts, or gives access. Absent: as they like. */
  secondFactor: z.optional(z.enum(['optional', 'required'])),
});
export type Policies = z.output<typeof Policies>;

/** A first reminder on the day after the due date, then after two weeks and a month. */
export const DUNNING_DAYS: readonly number[] = [1, 15, 30];
export const dunningStepsOf = ({ dunningDays }: Pick<Policies, 'dunningDays'>): readonly number[] => dunningDays ?? DUNNING_DAYS;
export const RETURN_DAYS = 30;
export const HOLIDAY_CARRY_MONTHS = 3;
export const BANK_MATCHING_SCORE = '95';
/** In percent: what banks take of a rate for exchanging, and a day or two of its movement. */
export const BANK_MATCHING_RATE = '4';
/** Some twenty documents a working day. */
export const SCAN_PAGES_A_MONTH = 500;

/** @throws DomainError `company.no_textract` (422) where a company chooses what its deployment has not. */
export function requireScanReader(chosen: Policies['scanReader'], hasTextract: boolean): void {
  if (chosen === 'textract' && !hasTextract)
    throw refused('company.no_textract', 'This deployment has no Amazon Textract.', 'body.policies.scanReader');
}

/** How a policy is asked for: a choice of the options that its schema names, days, an amount in the base currency, a percentage, days in a row, a number of things, or addresses in a row. */
interface PolicyField {
  readonly kind: 'choice' | 'days' | 'amount' | 'percent' | 'dayList' | 'count' | 'senders';
  /** What is in force where the company has said nothing. Absent: nothing, and null clears what was said. */
  readonly usual?: string | number | readonly (number | string)[];
}

/** Each policy in the order in which the settings show it: with its schema above and its words, all that is told of one. */
export const POLICY_FIELDS = {
  shortage: { kind: 'choice', usual: 'refuse' },
  invoiceOn: { kind: 'choice', usual: 'shipment' },
  simplifiedUpTo: { kind: 'choice', usual: 'four-hundred' },
  refunds: { kind: 'choice', usual: 'manual' },
  secondFactor: { kind: 'choice', usual: 'optional' },
  dunningDays: { kind: 'dayList', usual: DUNNING_DAYS },
  lateInterest: { kind: 'choice', usual: 'named' },
  cancelUnshippedAfterDays: { kind: 'days' },
  cancelRestAfterDays: { kind: 'days' },
  returnWithinDays: { kind: 'days', usual: RETURN_DAYS },
  refundLimit: { kind: 'amount' },
  billApprovalLimit: { kind: 'amount' },
  automaticBillLimit: { kind: 'amount' },
  matchPercent: { kind: 'percent' },
  matchAmount: { kind: 'amount' },
  assetLimit: { kind: 'amount' },
  withholdingAt: { kind: 'choice', usual: 'payment' },
  rentWithheldAt: { kind: 'choice', usual: 'same' },
  mileageRate: { kind: 'amount' },
  bankMatching: { kind: 'choice', usual: 'rules' },
  bankMatchingScore: { kind: 'percent', usual: BANK_MATCHING_SCORE },
  bankMatchingRate: { kind: 'percent', usual: BANK_MATCHING_RATE },
  scanPagesAMonth: { kind: 'count', usual: SCAN_PAGES_A_MONTH },
  scanReader: { kind: 'choice', usual: 'own' },
  mailSenders: { kind: 'senders', usual: [] },
  holidays: { kind: 'choice', usual: 'natural-30' },
  holidayCarryMonths: { kind: 'count', usual: HOLIDAY_CARRY_MONTHS },
} as const satisfies { readonly [K in keyof Policies]-?: PolicyField };
export type PolicyName = keyof typeof POLICY_FIELDS;
export const POLICY_NAMES = Object.keys(POLICY_FIELDS) as PolicyName[];

/** Whether null clears it: nothing is in force without it. */
export const isClearable = (name: PolicyName): boolean => !('usual' in POLICY_FIELDS[name]);

/** The options of a choice, as its schema names them. */
export function policyOptions(name: PolicyName): readonly string[] {
  const schema = Policies.shape[name];
  const inner: unknown = schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema;
  return inner instanceof z.ZodMiniEnum ? inner.options.map(String) : [];
}

type Clearable = { [K in PolicyName]: (typeof POLICY_FIELDS)[K] extends { usual: unknown } ? never : K }[PolicyName];
type Change<P> = { [K in keyof P]?: NonNullable<P[K]> | (K extends Clearable ? null : never) };

/** A change of policies: what is absent stays, null clears what may be absent. */
export const PatchPolicies = z.strictObject(
  Object.fromEntries(POLICY_NAMES.map((name) => [name, z.optional(changeOf(name))])),
) as unknown as z.ZodMiniType<Change<Policies>, Change<z.input<typeof Policies>>>;

function changeOf(name: PolicyName): z.ZodMiniType {
  const schema = Policies.shape[name];
  const value = schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema;
  return (isClearable(name) ? z.nullable(value as z.ZodMiniType) : value) as z.ZodMiniType;
}
