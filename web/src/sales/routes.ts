import { screen } from '../app/screen.ts';

export const salesRoutes = [
  screen('/orders', () => import('./orders/order-list.tsx')),
  screen('/orders/$orderId', () => import('./orders/order-record.tsx')),
  screen('/items', () => import('./catalogue/item-list.tsx')),
  screen('/items/new', () => import('./catalogue/new-item.tsx')),
  screen('/items/$itemId', () => import('./catalogue/item-record.tsx')),
];
