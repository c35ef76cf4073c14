import { serve } from '#runtime/http.ts';
import { createCustomer } from './create-customer.ts';
import { customers } from './module.ts';
import { patchCustomer } from './patch-customer.ts';

export const handler = serve(customers, { createCustomer, patchCustomer });
