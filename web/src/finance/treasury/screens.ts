import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCashBanknoteOff } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [{ id: 'paymentRuns', to: '/treasury/payment-runs', icon: IconCashBanknoteOff, needs: 'listPaymentRuns', at: 2 }],
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
    '/treasury/payment-runs': () => import('./payment-run-list.tsx'),
    '/treasury/payment-runs/new': () => import('./payment-run-dialog.tsx'),
    '/treasury/payment-runs/$runId': () => import('./payment-run-record.tsx'),
  },
} satisfies ModuleScreens;
