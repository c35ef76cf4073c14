import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconTruckDelivery } from '../../ui/icons.ts';

export default {
  area: 'purchasing',
  menu: [{ id: 'suppliers', to: '/payables/suppliers', icon: IconTruckDelivery, needs: 'listSuppliers', at: 6 }],
  commands: [{ id: 'newSupplier', icon: IconTruckDelivery, needs: 'createSupplier', of: '/payables/suppliers' }],
  routes: {
    '/payables/suppliers': () => import('./supplier-list.tsx'),
    '/payables/suppliers/new': () => import('./supplier-dialog.tsx'),
    '/payables/suppliers/$supplierId': () => import('./supplier-record.tsx'),
  },
} satisfies ModuleScreens;
