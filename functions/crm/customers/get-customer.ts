import { Credits, Customers, creditId } from '#domain/crm/customers/customer.ts';
import { customerView } from '#domain/crm/customers/wire.ts';
import { query } from '#runtime/action.ts';
import { customers } from './module.ts';

export const getCustomer = query(customers.actions.getCustomer, async ({ path, records }) => {
  const [customer, credit] = await Promise.all([
    records.need(Customers, path.customerId, 'path.customerId'),
    records.get(Credits, creditId(path.customerId)),
  ]);
  return customerView(customer, credit?.exposure);
});
