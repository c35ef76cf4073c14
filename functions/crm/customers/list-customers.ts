import { Customers } from '#domain/crm/customers/customer.ts';
import { customerView } from '#domain/crm/customers/wire.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { customers } from './module.ts';

export const listCustomers = query(customers.actions.listCustomers, async ({ query: asked, records }) => {
  const page = await listRecords(records, Customers, { ...asked, buckets: ['all'], words: asked.q });
  return { ...page, items: page.items.map((customer) => customerView(customer)) };
});
