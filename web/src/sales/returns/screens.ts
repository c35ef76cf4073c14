import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconArrowBackUp } from '../../ui/icons.ts';

export default {
  area: 'sales',
  menu: [{ id: 'returns', to: '/returns', icon: IconArrowBackUp, needs: 'listReturns', keys: 'd', at: 2 }],
  routes: {
    '/returns': () => import('./return-list.tsx'),
    '/returns/$returnId': () => import('./return-record.tsx'),
  },
} satisfies ModuleScreens;
