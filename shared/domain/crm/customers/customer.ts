import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { type ActionRules, refused } from '#kernel/errors.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Minor, minorText, NonNegativeMoney } from '#kernel/money.ts';
import { PublicOffices } from '#kernel/public-offices.ts';
import { type Change, named, plain, recordType, type Stored, update } from '#kernel/record.ts';
import { storedOf } from '#kernel/stored.ts';
import { bareTaxId } from '#kernel/tax-id-es.ts';
import { ViesCheck, ViesInput } from '#kernel/vies.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** What people enter of a customer. */
export const CustomerInput = z.strictObject({
  name: text(120),
  taxId: z.optional(z.string().check(z.regex(/^[A-Z0-9]{2,20}$/, 'must be a tax id: letters and digits, such as B12345674'))),
  address: z.optional(Address),
  email: z.optional(z.email().check(z.maxLength(120))),
  /** Days from invoice to due date. */
  paymentDays: z._default(z.int().check(z.minimum(0), z.maximum(180)), 30),
  /** Most that may be open in orders and invoices; absent: no limit. */
  creditLimit: z.optional(NonNegativeMoney),
  /** The customer's key in another system, unique in the company: `shop:17850`. */
  externalRef: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,80}$/, 'must be 1 to 80 printable characters without spaces'))),
  /** What VIES said of the VAT id, typed by a person. */
  vies: z.optional(ViesInput),
  /** Of a public body: the offices that its invoices name. */
  offices: z.optional(PublicOffices),
  /** Cost centre, project: lines of its invoices take them where neither they nor their item tell anything else. */
  dimensions: z.optional(LineDimensionsInput),
});
export type CustomerInput = z.output<typeof CustomerInput>;

export const Customer = z.extend(storedOf(CustomerInput), {
  /** ISO 3166-1 code, where the country is known and the address is not: customers of a web shop's file. */
  country: z.exactOptional(z.string()),
  walkIn: z.exactOptional(z.boolean()),
  vies: z.optional(ViesCheck),
});
export type Customer = Readonly<z.output<typeof Customer>>;

export const Customers = recordType<Customer>({
  kind: 'customer',
  prefix: 'cus',
  data: Customer,
  history: 'all',
  list: named({ by: (c) => c.name, words: (c) => [c.name, c.taxId, c.externalRef, c.email] }),
  summary: (c) => ({ title: c.name, subtitle: [c.taxId, c.email] }),
  screen: '/customers',
  icon: 'users',
  read: 'customers.read',
});

/** Holds an external reference, so that no two customers have the same one. */
export const CustomerRefs = recordType<{ readonly customerId: string }>({
  kind: 'customer-reference',
  prefix: 'cur',
  data: z.object({
    customerId: z.string(),
  }),
  history: 'all',
  screen: { none: 'It only keeps a reference from being given twice.' },
  read: 'customers.read',
});
export const customerRefId = (externalRef: string): string => `cur_${externalRef}`;

/** Which customers have a tax id: that there are two is worth a warning, and no refusal. */
export const CustomerTaxIds = recordType<{ readonly customerId: string }>({
  kind: 'customer-tax-id',
  prefix: 'cti',
  data: z.object({
    customerId: z.string(),
  }),
  history: 'ends',
  partitioned: true,
  screen: { none: 'It only tells who else has the tax id.' },
  read: 'customers.read',
});
export const customerTaxId = (taxId: string, customerId: string): string => `cti_${bareTaxId(taxId)}/${customerId}`;

export type StoredCustomer = Stored<Customer>;

/** What a customer with a credit limit has at risk: apart from the customer, because every order changes it. */
export const CreditExposure = z.object({
  /** Open orders and invoices less unapplied credits, in minor units. */
  exposure: z.int(),
  /**
   * It has been counted from indexes, which follow the records within a moment, while others who knew of no limit may have been
   * at work: it is counted again, and by what it differed the last time stands here.
   */
  counting: z.exactOptional(z.object({ difference: z.exactOptional(z.int()) })),
});
export type CreditExposure = Readonly<z.output<typeof CreditExposure>>;
export const CreditExposures = recordType<CreditExposure>({
  kind: 'credit',
  prefix: 'crd',
  data: CreditExposure,
  history: 'ends',
  open: ({ counting }, id) => counting && { queue: COUNTING, sort: id },
  screen: { none: "It is shown on its customer's page." },
  read: 'customers.read',
});
/** The queue of exposures that are counted again. */
export const COUNTING = 'counting';

/** No action that knew of no limit is at work for longer: a function of AWS runs for 15 minutes at most. */
const LONGEST_ACTION_MS = 20 * 60_000;

/** Whether all who are at work by now knew of the limit. */
export const mayBeRecounted = ({ history: [first] }: Stored<CreditExposure>, now: Date): boolean =>
  first !== undefined && now.getTime() - Date.parse(first.at) >= LONGEST_ACTION_MS;

/**
 * An exposure that has been counted again. What the count has just missed, since an index was a moment behind or a document
 * changed meanwhile, does not come out the same twice: the difference is taken over at the second count that finds it.
 * @param counted what the documents come to, in minor units.
 */
export function recounted({ exposure, counting }: CreditExposure, counted: Minor): CreditExposure {
  const difference = counted - exposure;
  return counting?.difference === difference ? { exposure: counted } : { exposure, counting: { difference } };
}

/** Why a customer takes an action now or not: its page shows these. */
export const customerActions = { patchCustomer: () => undefined } as const satisfies ActionRules<Customer>;

export const exposureId = (customerId: string): string => `crd_${customerId.slice(4)}`;
export const customerOf = (creditId: string): string => `cus_${creditId.slice(4)}`;

/** Money paid back, or a payment that bounced, raises what is at risk whatever the limit: it is no new promise. */
export const ignoringLimit = <C extends Customer>(customer: C): C =>
  customer.creditLimit === undefined ? customer : { ...customer, creditLimit: Number.MAX_SAFE_INTEGER };

/**
 * The change that puts `amount` more (or, negative, less) at risk; none where the customer has no limit.
 * @throws DomainError `customer.credit_exceeded` (422) naming `field`.
 */
export function exposureChanges(
  customer: Customer,
  credit: Stored<CreditExposure> | undefined,
  amount: Minor,
  field = 'body.customerId',
): Change[] {
  if (customer.creditLimit === undefined || !credit || amount === 0) return [];
  const exposure = credit.exposure + amount;
  if (amount > 0 && exposure > customer.creditLimit)
    throw refused(
      'customer.credit_exceeded',
      `${customer.name} has a credit limit of ${minorText(customer.creditLimit)} EUR, of which ${minorText(credit.exposure)} is in use; ${minorText(amount)} more would exceed it by ${minorText(exposure - customer.creditLimit)}. Collect what is owed, raise the limit or order less.`,
      field,
      {
        customer: customer.name,
        limit: minorText(customer.creditLimit),
        used: minorText(credit.exposure),
        amount: minorText(amount),
        excess: minorText(exposure - customer.creditLimit),
      },
    );
  return [update(CreditExposures, credit, { ...plain<CreditExposure>(credit), exposure })];
}
