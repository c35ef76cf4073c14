import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBuildingStore, IconListNumbers } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [
    { id: 'fixedAssets', to: '/assets', icon: IconBuildingStore, needs: 'listFixedAssets', at: 9 },
    { id: 'assetEntries', to: '/assets/entries', icon: IconListNumbers, needs: 'listAssetEntries', at: 10 },
  ],
  commands: [{ id: 'newAsset', icon: IconBuildingStore, needs: 'registerAsset', of: '/assets' }],
  routes: {
    '/assets': () => import('./asset-list.tsx'),
    '/assets/entries': () => import('./asset-entries.tsx'),
    '/assets/new': () => import('./new-asset.tsx'),
    '/assets/$assetId': () => import('./asset-record.tsx'),
  },
} satisfies ModuleScreens;
