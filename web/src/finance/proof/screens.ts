import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconShieldCheck } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'bookSeals', to: '/books/seals', icon: IconShieldCheck, needs: 'listBookSeals', at: 16 }],
  routes: {
    '/books/seals': () => import('./seal-list.tsx'),
    '/books/seals/$sealId': () => import('./seal-record.tsx'),
  },
} satisfies ModuleScreens;
