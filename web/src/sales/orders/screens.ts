import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconShoppingCart } from '../../ui/icons.ts';

export default {
  area: 'sales',
  menu: [{ id: 'orders', to: '/orders', icon: IconShoppingCart, needs: 'listOrders', keys: 'o', at: 1 }],
  commands: [{ id: 'newOrder', icon: IconShoppingCart, needs: 'placeOrder', of: '/orders', quick: 1 }],
  routes: {
    '/orders': () => import('./order-list.tsx'),
    '/orders/new': () => import('./new-order.tsx'),
    '/orders/$orderId': () => import('./order-record.tsx'),
  },
} satisfies ModuleScreens;
