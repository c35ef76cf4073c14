import type { ModuleScreens } from '../../areas/screen-types.ts';

export default {
  area: 'treasury',
  routes: {
    '/banking/lines': () => import('./account-line-list.tsx'),
    '/banking/lines/$lineId': () => import('./bank-line-record.tsx'),
  },
} satisfies ModuleScreens;
