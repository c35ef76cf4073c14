import * as z from 'zod/mini';
import { CustomerInput, customerActions } from '#domain/crm/customers/customer.ts';
import { CustomerPath, CustomerView, PatchCustomer } from '#domain/crm/customers/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

const workers = {
  recountExposures: {
    file: 'recount-exposures.event',
    summary: 'Counts again what customers had at risk when their first credit limit was set',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;

export const customers = defineModule(
  'crm/customers',
  { title: 'Customers', workers },
  {
    createCustomer: {
      route: 'POST /customers',
      summary: 'Create a customer',
      permission: 'customers.write',
      body: CustomerInput,
      output: CustomerView,
      errors: ['customer.tax_id', 'vies.check', 'customer-reference.exists', 'dimension.value'],
      example: {
        body: {
          name: 'Librería Cervantes, S.L.',
          taxId: 'B58378431',
          email: 'compras@cervantes.example',
          paymentDays: 30,
          address: { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' },
          creditLimit: { amount: '5000.00', currency: 'EUR' },
        },
      },
    },
    getCustomer: {
      route: 'GET /customers/{customerId}',
      summary: 'Get a customer with the credit in use',
      permission: 'customers.read',
      path: CustomerPath,
      output: withActions(CustomerView, customerActions),
      errors: ['customer.not_found'],
    },
    listCustomers: {
      route: 'GET /customers',
      summary: 'List customers by name',
      permission: 'customers.read',
      query: z.strictObject({
        ...pageQuery,
        order: z._default(z.enum(['asc', 'desc']), 'asc'),
        q: searchWords,
      }),
      output: pageOf(CustomerView),
    },
    patchCustomer: {
      route: 'PATCH /customers/{customerId}',
      summary: 'Change a customer',
      description: 'Null clears a field. A first credit limit counts what the customer has open already.',
      permission: 'customers.write',
      path: CustomerPath,
      body: PatchCustomer,
      output: CustomerView,
      errors: ['customer.not_found', 'customer.tax_id', 'vies.check', 'customer.walk_in', 'dimension.value'],
      example: { body: { paymentDays: 60 } },
    },
  },
);
