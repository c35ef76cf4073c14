import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBell, IconTags } from '../../ui/icons.ts';

export default {
  area: 'company',
  menu: [
    { id: 'notifications', to: '/notifications', icon: IconBell, needs: 'listNotifications', keys: 'i', at: 2 },
    { id: 'tags', to: '/tags', icon: IconTags, needs: 'listTagged', keys: 'l', at: 3 },
  ],
  routes: {
    '/notifications': () => import('./notifications.tsx'),
    '/tags': () => import('./tagged.tsx'),
  },
} satisfies ModuleScreens;
