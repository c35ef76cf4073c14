import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconReportAnalytics } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'statements', to: '/statements', icon: IconReportAnalytics, needs: 'getStatement', keys: 'u', at: 5 }],
  commands: [],
  routes: { '/statements': () => import('./statement.tsx') },
} satisfies ModuleScreens;
