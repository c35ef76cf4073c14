import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCash } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [{ id: 'supplierPayments', to: '/payables/payments', icon: IconCash, needs: 'listSupplierPayments', at: 3 }],
  commands: [{ id: 'newSupplierPayment', icon: IconCash, needs: 'recordSupplierPayment', of: '/payables/payments' }],
  routes: {
    '/payables/payments': () => import('./payment-list.tsx'),
    '/payables/payments/new': () => import('./payment-new.tsx'),
    '/payables/payments/$paymentId': () => import('./payment-record.tsx'),
  },
} satisfies ModuleScreens;
