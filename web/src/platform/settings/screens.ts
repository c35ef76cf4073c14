import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconAdjustments } from '../../ui/icons.ts';

export default {
  area: 'company',
  menu: [{ id: 'settings', to: '/settings', icon: IconAdjustments, needs: 'getCompany', keys: ',', at: 1 }],
  settings: [
    { id: 'company', to: '/settings', needs: 'getCompany', at: 1 },
    { id: 'areas', to: '/settings/areas', needs: 'getCompany', at: 2 },
    { id: 'policies', to: '/settings/policies', needs: 'getCompany', at: 3 },
    { id: 'series', to: '/settings/series', needs: 'listInvoices', at: 4 },
    { id: 'fiscalYears', to: '/settings/fiscal-years', needs: 'listPeriods', at: 5 },
    { id: 'apiClients', to: '/settings/api-clients', needs: 'listApiClients', at: 10 },
    { id: 'security', to: '/settings/security', needs: 'getMe', at: 11 },
  ],
  routes: {
    '/settings': () => import('./company.tsx'),
    '/settings/areas': () => import('./areas.tsx'),
    '/settings/policies': () => import('./policies.tsx'),
    '/settings/fiscal-years': () => import('./fiscal-years.tsx'),
    '/settings/series': () => import('./series.tsx'),
    '/settings/security': () => import('./security.tsx'),
    '/settings/api-clients': () => import('./api-clients.tsx'),
  },
} satisfies ModuleScreens;
