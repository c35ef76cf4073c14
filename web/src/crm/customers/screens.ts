import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconUsers } from '../../ui/icons.ts';

export default {
  area: 'sales',
  menu: [{ id: 'customers', to: '/customers', icon: IconUsers, needs: 'listCustomers', keys: 'c', at: 3 }],
  commands: [{ id: 'newCustomer', icon: IconUsers, needs: 'createCustomer', of: '/customers' }],
  routes: {
    '/customers': () => import('./customer-list.tsx'),
    '/customers/new': () => import('./new-customer.tsx'),
    '/customers/$customerId': () => import('./customer-record.tsx'),
  },
} satisfies ModuleScreens;
