import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { NonNegativeMoney } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { ACTIVITIES, AREAS } from './areas.ts';
import { Logo, PaperStyle } from './paper.ts';

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
  /** Whether people need a second factor for what moves money, posts, or gives access. Absent: as they like. */
  secondFactor: z.optional(z.enum(['optional', 'required'])),
});
export type Policies = z.output<typeof Policies>;

/** A first reminder on the day after the due date, then after two weeks and a month. */
export const DUNNING_DAYS: readonly number[] = [1, 15, 30];
export const dunningStepsOf = ({ dunningDays }: Pick<Policies, 'dunningDays'>): readonly number[] => dunningDays ?? DUNNING_DAYS;
export const RETURN_DAYS = 30;

export const Company = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  taxId: z.string().check(z.regex(/^[A-Z0-9]{2,20}$/, 'must be a tax id: letters and digits, such as B12345674')),
  address: Address,
  email: z.email().check(z.maxLength(120)),
  timeZone: z.string().check(z.refine(isTimeZone, 'must be an IANA time zone such as Europe/Madrid')),
  policies: Policies,
  /** IBAN printed on invoices. */
  iban: z.optional(z.string().check(z.regex(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/, 'must be an IBAN without spaces'))),
  paper: z.optional(PaperStyle),
  /** What it lives on. Absent: trade. */
  activity: z.optional(z.enum(ACTIVITIES)),
  /** Areas of the console switched on or off by hand; of the others the activity decides. */
  areas: z.optional(z.partialRecord(z.enum(AREAS), z.boolean())),
});
export type Company = z.output<typeof Company>;

/** What the company's record holds beside its settings. */
export const CompanyData = z.extend(storedOf(Company), {
  /** Calendar years with accounting periods, ascending. */
  fiscalYears: list(z.string()),
  walkInCustomerId: z.string(),
  logo: z.exactOptional(Logo),
});
export type CompanyData = Readonly<z.output<typeof CompanyData>>;

/** One per tenant: the settings. */
export const Companies = recordType<CompanyData>({
  kind: 'company',
  prefix: 'cmp',
  data: CompanyData,
  history: 'all',
  screen: { none: 'The settings are its page.' },
  icon: 'building',
  read: 'member',
});
export const COMPANY_ID = 'cmp_main';
export type StoredCompany = Stored<CompanyData>;

function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC';
}
