import { customers } from '#api/crm/customers.ts';
import { CreditExposures, Customers, customerActions, exposureId } from '#domain/crm/customers/customer.ts';
import { customerView } from '#domain/crm/customers/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { actionsOf, serveModule } from '../../platform/service.ts';
import { warningsOf } from './tax-id-store.ts';

export const getCustomer = plainQuery(customers.actions.getCustomer, async ({ path, records, caller }) => {
  const [customer, credit] = await Promise.all([
    records.getOrThrow(Customers, path.customerId, 'path.customerId'),
    records.get(CreditExposures, exposureId(path.customerId)),
  ]);
  const warnings = await warningsOf(records, customer);
  return {
    ...customerView(customer, credit?.exposure),
    ...(credit?.counting ? { counting: true as const } : {}),
    ...warnings,
    actions: actionsOf(caller, customers.actions, customerActions, customer),
  };
});

export const listCustomers = plainQuery(customers.actions.listCustomers, async ({ query: input, records }) => {
  const page = await listRecords(records, Customers, { ...input, buckets: ['all'], words: input.q });
  return { ...page, items: page.items.map((customer) => customerView(customer)) };
});

export const handler = serveModule(customers, { getCustomer, listCustomers });
