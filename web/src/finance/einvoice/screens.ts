import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileCode } from '../../ui/icons.ts';

export default {
  area: 'billing',
  menu: [{ id: 'einvoices', to: '/e-invoices', icon: IconFileCode, needs: 'listEInvoices', at: 8 }],
  settings: [{ id: 'einvoicing', to: '/settings/e-invoices', needs: 'getEInvoicing', at: 9 }],
  routes: {
    '/e-invoices': () => import('./einvoice-list.tsx'),
    '/settings/e-invoices': () => import('./einvoice-settings.tsx'),
  },
} satisfies ModuleScreens;
