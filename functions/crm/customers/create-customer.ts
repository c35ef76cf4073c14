import { customers } from '#api/crm/customers.ts';
import { CreditExposures, CustomerRefs, Customers, customerRefId, exposureId } from '#domain/crm/customers/customer.ts';
import { customerView, requireTaxId } from '#domain/crm/customers/wire.ts';
import { withVies } from '#domain/crm/vies-check.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { optional } from '#runtime/reads.ts';
import { requireDefaults } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { taxIdChanges, warningsOf } from './tax-id-store.ts';

export const createCustomer = command(
  customers.actions.createCustomer,
  creates(Customers, 'cus', ({ newId }) => ({ credit: optional(CreditExposures, exposureId(newId('cus'))) })),
  async ({ body, newId, records, caller, today }) => {
    requireTaxId(body);
    await requireDefaults(records, body.dimensions);
    const customer = withVies(body, body.vies, { by: caller.email, today });
    const id = newId('cus');
    const reference = body.externalRef ? [create(CustomerRefs, customerRefId(body.externalRef), { customerId: id })] : [];
    const credit = body.creditLimit === undefined ? [] : [create(CreditExposures, exposureId(id), { exposure: 0 })];
    return [create(Customers, id, customer), ...reference, ...credit, ...(await taxIdChanges(records, id, undefined, customer))];
  },
  async (customer, { credit, records }) => ({
    ...customerView(customer, credit?.exposure ?? 0),
    ...(await warningsOf(records, customer)),
  }),
);
