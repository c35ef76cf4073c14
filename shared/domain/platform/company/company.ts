import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { recordType, type Stored } from '#kernel/record.ts';

/** Rules that differ from company to company. */
export const Policies = z.strictObject({
  /** What placing an order does when stock is short. */
  shortage: z.enum(['refuse', 'backorder']),
  /** When revenue is invoiced. */
  invoiceOn: z.enum(['shipment', 'order']),
  /** Days past the due date on which a reminder goes to the customer. Absent: {@link DUNNING_DAYS}; empty: never. */
  dunningDays: z.optional(z.array(z.int().check(z.minimum(1), z.maximum(365))).check(z.maxLength(6))),
  /** An order of which nothing has shipped by then is cancelled. Absent: it waits for as long as it takes. */
  cancelUnshippedAfterDays: z.optional(z.int().check(z.minimum(1), z.maximum(300))),
  /** Days that a customer has to send announced goods back. Absent: {@link RETURN_DAYS}. */
  returnWithinDays: z.optional(z.int().check(z.minimum(1), z.maximum(300))),
  /** What becomes of money that was paid for a cancelled order or for returned goods. Absent: it stays as credit. */
  refunds: z.optional(z.enum(['manual', 'automatic'])),
});
export type Policies = z.output<typeof Policies>;

/** A first reminder on the day after the due date, then after two weeks and a month. */
export const DUNNING_DAYS: readonly number[] = [1, 15, 30];
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
});
export type Company = z.output<typeof Company>;

/** What the company's record holds beside its settings. */
export interface CompanyData extends Company {
  /** Calendar years with accounting periods, ascending. */
  readonly fiscalYears: readonly string[];
  readonly walkInCustomerId: string;
}

/** One per tenant: the settings. */
export const Companies = recordType<CompanyData>({ kind: 'company', prefix: 'cmp', history: 'all' });
export const COMPANY_ID = 'cmp_main';
export type StoredCompany = Stored<CompanyData>;

function isTimeZone(text: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(text) || text === 'UTC';
}
