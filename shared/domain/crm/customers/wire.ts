import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { invalid } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { type Minor, Money } from '#kernel/money.ts';
import { PublicOffices } from '#kernel/public-offices.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { ViesCheck, ViesInput } from '#kernel/vies.ts';
import { type Customer, CustomerInput, type StoredCustomer } from './customer.ts';

export const CustomerPath = z.strictObject({ customerId: idWith('cus') });

const { externalRef, name, paymentDays, ...clearable } = CustomerInput.shape;
/** Null clears an optional field. The external reference is the customer's identity elsewhere and stays. */
export const PatchCustomer = z.strictObject({
  name: z.optional(name),
  paymentDays: z.optional(z.int().check(z.minimum(0), z.maximum(180))),
  taxId: z.optional(z.nullable(clearable.taxId.def.innerType)),
  address: z.optional(z.nullable(Address)),
  email: z.optional(z.nullable(clearable.email.def.innerType)),
  creditLimit: z.optional(z.nullable(clearable.creditLimit.def.innerType)),
  vies: z.optional(z.nullable(ViesInput)),
  offices: z.optional(z.nullable(PublicOffices)),
  dimensions: z.optional(z.nullable(clearable.dimensions.def.innerType)),
});

export const CustomerView = z.object({
  id: z.string(),
  name: z.string(),
  taxId: z.optional(z.string()),
  address: z.optional(Address),
  email: z.optional(z.string()),
  paymentDays: z.int(),
  creditLimit: z.optional(Money),
  externalRef: z.optional(z.string()),
  country: z.optional(z.string()),
  vies: z.optional(ViesCheck),
  walkIn: z.boolean(),
  /** Of a public body: the offices that its invoices name, by their DIR3 codes. */
  offices: z.optional(PublicOffices),
  dimensions: z.optional(z.record(z.string(), z.string())),
  /** Open orders and invoices less unapplied credits; kept where there is a credit limit. */
  exposure: z.optional(Money),
  availableCredit: z.optional(Money),
  /** The first limit is some hours old at most, and the exposure is counted again: what was ordered as it was set may be missing. */
  counting: z.optional(z.literal(true)),
  /** What somebody should look at, and nothing that is refused: `customer.same_tax_id` names others that have it. */
  warnings: z.optional(
    z.array(z.object({ code: z.string(), message: z.string(), params: z.object({ taxId: z.string(), customers: z.string() }) })),
  ),
  ...stampFields,
});

/** @param exposure what the customer has at risk, where it was looked up. */
export const customerView = (customer: StoredCustomer, exposure?: Minor) => {
  const { creditLimit, ...rest } = stamped(customer);
  const used = creditLimit === undefined || exposure === undefined ? {} : { exposure, availableCredit: creditLimit - exposure };
  return { ...rest, ...(creditLimit === undefined ? {} : { creditLimit }), ...used, walkIn: customer.walkIn ?? false };
};

/** @throws DomainError `customer.tax_id` (400) for a Spanish tax id whose control character is wrong. */
export function requireTaxId(customer: Pick<Customer, 'taxId' | 'address' | 'country'>): void {
  const spanish = (customer.address?.country ?? customer.country ?? 'ES') === 'ES';
  if (customer.taxId && spanish && !isSpanishTaxId(customer.taxId))
    throw invalid(
      'customer.tax_id',
      `${customer.taxId} is not a Spanish tax id: its control character is wrong. For a foreign customer give the address with its country.`,
      'body.taxId',
      { taxId: customer.taxId },
    );
}

/** What is told of a customer whose tax id others have as well. @param others their names. */
export const taxIdWarnings = ({ taxId = '' }: Pick<Customer, 'taxId'>, others: readonly string[]) => {
  const customers = others.join(', ');
  const message = `The tax id ${taxId} is that of ${customers} as well.`;
  return others.length === 0 ? {} : { warnings: [{ code: 'customer.same_tax_id', message, params: { taxId, customers } }] };
};
