import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCalendarCheck } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'monthCloses', to: '/month-closes', icon: IconCalendarCheck, needs: 'listMonthCloses', at: 15 }],
  commands: [{ id: 'newMonthClose', icon: IconCalendarCheck, needs: 'startMonthClose', of: '/month-closes' }],
  settings: [{ id: 'closing', to: '/settings/closing', needs: 'getCloseSettings', at: 12 }],
  routes: {
    '/month-closes': () => import('./month-close-list.tsx'),
    '/month-closes/new': () => import('./begin-close.tsx'),
    '/settings/closing': () => import('./close-settings-screen.tsx'),
    '/month-closes/$closeId': () => import('./month-close-record.tsx'),
  },
} satisfies ModuleScreens;
