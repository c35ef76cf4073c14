import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCashBanknoteOff, IconReportMoney } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [
    { id: 'cash', to: '/treasury/cash', icon: IconReportMoney, needs: 'getCashPosition', at: 1 },
    { id: 'paymentRuns', to: '/treasury/payment-runs', icon: IconCashBanknoteOff, needs: 'listPaymentRuns', at: 2 },
  ],
  commands: [
    {
      id: 'newPaymentRun',
      icon: IconCashBanknoteOff,
      needs: 'proposePaymentRun',
      to: '/treasury/payment-runs/new',
      of: '/treasury/payment-runs',
    },
  ],
  routes: {
    '/treasury/cash': () => import('./cash.tsx'),
    '/treasury/payment-runs': () => import('./payment-run-list.tsx'),
    '/treasury/payment-runs/new': () => import('./payment-run-dialog.tsx'),
    '/treasury/payment-runs/$runId': () => import('./payment-run-record.tsx'),
  },
} satisfies ModuleScreens;
