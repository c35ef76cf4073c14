import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconReceipt } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [{ id: 'expenses', to: '/expenses', icon: IconReceipt, needs: 'listExpenseClaims', at: 8 }],
  commands: [{ id: 'newExpenseClaim', icon: IconReceipt, needs: 'submitExpenseClaim', of: '/expenses' }],
  routes: {
    '/expenses': () => import('./claim-list.tsx'),
    '/expenses/new': () => import('./claim-dialog.tsx'),
    '/expenses/$claimId': () => import('./claim-record.tsx'),
  },
} satisfies ModuleScreens;
