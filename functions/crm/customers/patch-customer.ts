import { type Customer, Customers } from '#domain/crm/customers/customer.ts';
import { customerView, requireTaxId } from '#domain/crm/customers/wire.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { edited } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { creditChange } from './exposure-store.ts';
import { customers } from './module.ts';

export const patchCustomer = command(customers.actions.patchCustomer, {
  evidence: ({ path }) => ({ type: Customers, id: path.customerId, how: 'on' as const }),
  answer: (customer) => customerView(customer),
  run: async ({ body, records }, before) => {
    if (before.walkIn && Object.keys(body).some((field) => field !== 'name'))
      throw refused('customer.walk_in', 'Of the walk-in customer only the name can be changed.', 'path.customerId');
    const { data, was } = edited<Customer>(before, body);
    requireTaxId(data);
    if (Object.keys(was).length === 0) return before;
    const credit = await creditChange(records, before, data);
    return (await records.commit<Customer>([update(Customers, before, data as typeof before, was), ...credit]))[0];
  },
});
