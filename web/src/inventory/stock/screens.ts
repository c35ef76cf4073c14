import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBox, IconPackages } from '../../ui/icons.ts';

export default {
  area: 'warehouse',
  menu: [
    { id: 'stock', to: '/stock', icon: IconPackages, needs: 'listStock', keys: 's', at: 1 },
    { id: 'adjustments', to: '/stock-adjustments', icon: IconBox, needs: 'listAdjustments', keys: 'x', at: 3 },
  ],
  commands: [{ id: 'adjustStock', icon: IconBox, needs: 'adjustStock', of: '/stock-adjustments' }],
  settings: [{ id: 'warehouses', to: '/settings/warehouses', needs: 'listWarehouses', at: 6 }],
  routes: {
    '/stock': () => import('./stock-list.tsx'),
    '/stock/$itemId': () => import('./stock-record.tsx'),
    '/stock-adjustments': () => import('./adjustment-list.tsx'),
    '/stock-adjustments/new': () => import('./new-adjustment.tsx'),
    '/settings/warehouses': () => import('./warehouse-settings.tsx'),
  },
} satisfies ModuleScreens;
