import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconPackages } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [{ id: 'unbilled', to: '/payables/unbilled', icon: IconPackages, needs: 'getUnbilledReceipts', at: 7 }],
  routes: { '/payables/unbilled': () => import('./unbilled.tsx') },
} satisfies ModuleScreens;
