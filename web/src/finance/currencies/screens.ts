import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCash, IconScale } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [
    { id: 'exchangeRates', to: '/exchange-rates', icon: IconCash, needs: 'listExchangeRates', at: 4 },
    { id: 'exchangeDifferences', to: '/exchange-differences', icon: IconScale, needs: 'listExchangeDifferences', at: 5 },
  ],
  routes: {
    '/exchange-rates': () => import('./exchange-rates.tsx'),
    '/exchange-differences': () => import('./difference-list.tsx'),
    '/exchange-differences/$differenceId': () => import('./difference-record.tsx'),
  },
} satisfies ModuleScreens;
