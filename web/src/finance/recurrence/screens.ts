import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconHistory } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'recurringEntries', to: '/recurring-entries', icon: IconHistory, needs: 'listRecurringEntries', at: 11 }],
  routes: { '/recurring-entries': () => import('./recurring-list.tsx') },
} satisfies ModuleScreens;
