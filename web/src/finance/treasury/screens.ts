import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCashBanknote, IconCashBanknoteOff, IconReportMoney, IconSignature } from '../../ui/icons.ts';

export default {
  area: 'treasury',
  menu: [
    { id: 'cash', to: '/treasury/cash', icon: IconReportMoney, needs: 'getCashPosition', at: 1 },
    { id: 'paymentRuns', to: '/treasury/payment-runs', icon: IconCashBanknoteOff, needs: 'listPaymentRuns', at: 2 },
    { id: 'mandates', to: '/treasury/mandates', icon: IconSignature, needs: 'listMandates', at: 3 },
  ],
  commands: [
    { id: 'newPaymentRun', icon: IconCashBanknoteOff, needs: 'proposePaymentRun', of: '/treasury/payment-runs' },
    { id: 'newDebitRun', icon: IconCashBanknote, needs: 'proposeDebitRun', to: '/treasury/debit-runs/new', of: '/treasury/payment-runs' },
    { id: 'newMandate', icon: IconSignature, needs: 'createMandate', of: '/treasury/mandates' },
  ],
  routes: {
    '/treasury/cash': () => import('./cash.tsx'),
    '/treasury/payment-runs': () => import('./payment-run-list.tsx'),
    '/treasury/payment-runs/new': async () => ({ Screen: (await import('./run-dialog.tsx')).NewPaymentRun }),
    '/treasury/debit-runs/new': async () => ({ Screen: (await import('./run-dialog.tsx')).NewDebitRun }),
    '/treasury/mandates': () => import('./mandate-list.tsx'),
    '/treasury/mandates/new': () => import('./mandate-dialog.tsx'),
    '/treasury/mandates/$mandateId': () => import('./mandate-record.tsx'),
    '/treasury/payment-runs/$runId': () => import('./payment-run-record.tsx'),
  },
} satisfies ModuleScreens;
