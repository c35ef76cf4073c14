import { type Customer, Customers, CustomerTaxIds, customerTaxId, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { taxIdWarnings } from '#domain/crm/customers/wire.ts';
import { type Change, create, remove } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** How many others with a tax id are named. */
const MOST = 5;

/** Keeps who has a tax id in step with the customer. */
export async function taxIdChanges(records: Records, id: string, before: Customer | undefined, after: Customer): Promise<Change[]> {
  const [had, has] = [before, after].map((customer) => customer?.taxId && customerTaxId(customer.taxId, id));
  if (had === has) return [];
  const old = had ? await records.get(CustomerTaxIds, had) : undefined;
  return [...(old ? [remove(CustomerTaxIds, old)] : []), ...(has ? [create(CustomerTaxIds, has, { customerId: id })] : [])];
}

/** What is told of a customer whose tax id others have as well: at once consistent. */
export async function warningsOf(records: Records, customer: StoredCustomer) {
  if (!customer.taxId) return {};
  const others: string[] = [];
  for await (const { customerId } of records.before(CustomerTaxIds, customerTaxId(customer.taxId, '~'))) {
    if (customerId !== customer.id) others.push(customerId);
    if (others.length === MOST) break;
  }
  const found = await records.getMany(Customers, others);
  return taxIdWarnings(
    customer,
    found.flatMap((other) => other?.name ?? []),
  );
}
