import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconHome } from '../../ui/icons.ts';

export default {
  area: 'home',
  menu: [{ id: 'home', to: '/', icon: IconHome, needs: 'getMe', keys: 'h', at: 1 }],
  routes: {
    '/': () => import('./home.tsx'),
  },
} satisfies ModuleScreens;
