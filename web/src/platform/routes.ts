import { screen } from '../app/screen.ts';

export const platformRoutes = [
  screen('/settings', () => import('./settings/company.tsx')),
  screen('/settings/policies', () => import('./settings/policies.tsx')),
  screen('/settings/series', () => import('./settings/series.tsx')),
  screen('/settings/fiscal-years', () => import('./settings/fiscal-years.tsx')),
  screen('/settings/warehouses', () => import('./settings/warehouses.tsx')),
  screen('/settings/members', () => import('./members/member-list.tsx')),
  screen('/settings/members/new', () => import('./members/new-member.tsx')),
  screen('/settings/members/$memberId', () => import('./members/member-record.tsx')),
  screen('/settings/api-clients', () => import('./settings/api-clients.tsx')),
];
