import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileUpload } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'advisers', to: '/advisers', icon: IconFileUpload, needs: 'listAdvisers', at: 14 }],
  routes: {
    '/advisers': () => import('./adviser-list.tsx'),
    '/advisers/$adviserId': () => import('./adviser-record.tsx'),
  },
} satisfies ModuleScreens;
