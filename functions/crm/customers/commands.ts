import { customers } from '#api/crm/customers.ts';
import { serveModule } from '../../platform/service.ts';
import { createCustomer } from './create-customer.ts';
import { patchCustomer } from './patch-customer.ts';

export const handler = serveModule(customers, { createCustomer, patchCustomer });
