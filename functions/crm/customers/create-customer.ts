import { Credits, type Customer, CustomerRefs, Customers, creditId, customerRefId } from '#domain/crm/customers/customer.ts';
import { customerView, requireTaxId } from '#domain/crm/customers/wire.ts';
import { create } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { customers } from './module.ts';

export const createCustomer = command(customers.actions.createCustomer, {
  evidence: ({ made }) => ({ type: Customers, id: made('cus'), how: 'make' as const }),
  // A new customer has nothing open, whatever came later.
  answer: (customer) => customerView(stampedAtBirth(atBirth(customer)), 0),
  run: async ({ body, records, made }) => {
    requireTaxId(body);
    const id = made('cus');
    const reference = body.externalRef ? [create(CustomerRefs, customerRefId(body.externalRef), { customerId: id })] : [];
    const credit = body.creditLimit === undefined ? [] : [create(Credits, creditId(id), { exposure: 0 })];
    return (await records.commit<Customer>([create(Customers, id, body), ...reference, ...credit]))[0];
  },
});
