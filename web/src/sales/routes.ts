import { screen } from '../app/screen.ts';

export const salesRoutes = [
  screen('/orders', () => import('./orders/order-list.tsx')),
  screen('/orders/new', () => import('./orders/placing/new-order.tsx')),
  screen('/orders/$orderId', () => import('./orders/order-record.tsx')),
];
