import { serve } from '#runtime/http.ts';
import { getCustomer } from './get-customer.ts';
import { listCustomers } from './list-customers.ts';
import { customers } from './module.ts';

export const handler = serve(customers, { getCustomer, listCustomers });
