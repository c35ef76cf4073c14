import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconTags } from '../../ui/icons.ts';

export default {
  area: 'sales',
  menu: [{ id: 'items', to: '/items', icon: IconTags, needs: 'listItems', keys: 'a', at: 4 }],
  commands: [{ id: 'newItem', icon: IconTags, needs: 'createItem', of: '/items' }],
  routes: {
    '/items': () => import('./item-list.tsx'),
    '/items/new': () => import('./new-item.tsx'),
    '/items/$itemId': () => import('./item-record.tsx'),
  },
} satisfies ModuleScreens;
