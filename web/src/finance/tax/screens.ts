import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBook2, IconReceiptTax } from '../../ui/icons.ts';

export default {
  area: 'books',
  menu: [
    { id: 'taxReturns', to: '/tax-returns', icon: IconReceiptTax, needs: 'getTaxReturn', at: 6 },
    { id: 'taxBooks', to: '/tax-books', icon: IconBook2, needs: 'getTaxBook', at: 7 },
  ],
  commands: [],
  routes: { '/tax-returns': () => import('./tax-return.tsx'), '/tax-books': () => import('./tax-books.tsx') },
} satisfies ModuleScreens;
