import { customers } from '#api/crm/customers.ts';
import { type Customer, Customers } from '#domain/crm/customers/customer.ts';
import { customerView, requireTaxId } from '#domain/crm/customers/wire.ts';
import { withVies } from '#domain/crm/vies-check.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { requireDefaults } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { creditChange } from './exposure-store.ts';
import { taxIdChanges, warningsOf } from './tax-id-store.ts';

export const patchCustomer = command(
  customers.actions.patchCustomer,
  on(Customers, (path) => path.customerId),
  async ({ body, records, caller, today }, before) => {
    if (before.walkIn && Object.keys(body).some((field) => field !== 'name'))
      throw refused('customer.walk_in', 'Of the walk-in customer only the name can be changed.', 'path.customerId');
    const { data: told, was } = applyPatch<Customer>(before, body);
    const data = withVies(told, body.vies, { by: caller.email, today });
    requireTaxId(data);
    await requireDefaults(records, body.dimensions, before);
    if (Object.keys(was).length === 0) return before;
    const [credit, taxId] = await Promise.all([creditChange(records, before, data), taxIdChanges(records, before.id, before, data)]);
    return [update(Customers, before, data as typeof before, was), ...credit, ...taxId];
  },
  async (customer, { records }) => ({ ...customerView(customer), ...(await warningsOf(records, customer)) }),
);
