import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconReceiptTax } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [{ id: 'taxReturns', to: '/tax-returns', icon: IconReceiptTax, needs: 'getTaxReturn', at: 6 }],
  commands: [],
  routes: { '/tax-returns': () => import('./tax-return.tsx') },
} satisfies ModuleScreens;
