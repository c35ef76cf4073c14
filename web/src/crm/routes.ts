import { screen } from '../app/screen.ts';

export const crmRoutes = [
  screen('/customers', () => import('./customers/customer-list.tsx')),
  screen('/customers/new', () => import('./customers/new-customer.tsx')),
  screen('/customers/$customerId', () => import('./customers/customer-record.tsx')),
];
