import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconReportMoney } from '../../ui/icons.ts';

export default {
  area: 'billing',
  menu: [{ id: 'lateRates', to: '/late-rates', icon: IconReportMoney, needs: 'listLateRates', at: 7 }],
  routes: { '/late-rates': () => import('./late-rates.tsx') },
} satisfies ModuleScreens;
