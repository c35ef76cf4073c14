import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconLock } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'yearEnd', to: '/year-end', icon: IconLock, needs: 'getYearEnd', at: 8 }],
  routes: { '/year-end': () => import('./year-end.tsx') },
} satisfies ModuleScreens;
