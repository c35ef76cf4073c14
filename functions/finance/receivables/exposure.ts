import { CreditExposures, exposureChanges, exposureId, ignoringLimit, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** How a change of exposure is looked at. */
interface Terms {
  /** Money that goes back, or goods that left long ago, are no new promise: they count whatever the limit. */
  readonly ignoringLimit?: boolean;
  /** The field that a refusal names. */
  readonly field?: string;
}

/**
 * The change of what a customer has at risk; nothing is read where no limit is kept.
 * @throws DomainError `customer.credit_exceeded` (422).
 */
export async function adjustExposure(records: Records, customer: StoredCustomer, amount: Minor, terms: Terms = {}): Promise<Change[]> {
  if (customer.creditLimit === undefined || amount === 0) return [];
  const exposure = await records.get(CreditExposures, exposureId(customer.id));
  return exposureChanges(terms.ignoringLimit ? ignoringLimit(customer) : customer, exposure, amount, terms.field);
}
