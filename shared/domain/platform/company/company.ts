import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { FiscalRange } from '#kernel/fiscal-year.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { ACTIVITIES, AREAS } from './areas.ts';
import { EInvoicing } from './einvoice-settings.ts';
import { Logo, PaperStyle } from './paper.ts';
import { Policies } from './policies.ts';

export const Company = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  taxId: z.string().check(z.regex(/^[A-Z0-9]{2,20}$/, 'must be a tax id: letters and digits, such as B12345674')),
  address: Address,
  email: z.email().check(z.maxLength(120)),
  timeZone: z.string().check(z.refine(isTimeZone, 'must be an IANA time zone such as Europe/Madrid')),
  policies: Policies,
  /** IBAN printed on invoices. */
  iban: z.optional(z.string().check(z.regex(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/, 'must be an IBAN without spaces'))),
  /** Suffix of its creditor identifier for direct debits (AT-02); absent: 000. */
  creditorSuffix: z.optional(z.string().check(z.regex(/^[A-Z0-9]{3}$/, 'must be three capitals or digits'))),
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
  /** All fiscal years, ascending, where one of them is no calendar year. */
  fiscalRanges: z.exactOptional(list(FiscalRange)),
  walkInCustomerId: z.string(),
  logo: z.exactOptional(Logo),
  /** How it does its electronic invoicing. */
  einvoicing: z.exactOptional(EInvoicing),
  /** What the books began with: the fiscal year, the journal entry with the balances of another program, and the opening that brought documents along. */
  opening: z.exactOptional(z.object({ year: z.string(), entry: z.string(), brought: z.exactOptional(z.string()) })),
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
