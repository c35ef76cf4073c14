import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCashBanknoteOff } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [{ id: 'supplierRefunds', to: '/payables/refunds', icon: IconCashBanknoteOff, needs: 'listSupplierRefunds', at: 4 }],
  routes: {
    '/payables/refunds': () => import('./supplier-refund-list.tsx'),
    '/payables/refunds/$refundId': () => import('./supplier-refund-record.tsx'),
  },
} satisfies ModuleScreens;
