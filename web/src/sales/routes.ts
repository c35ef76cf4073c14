import { screen } from '../app/screen.ts';

export const salesRoutes = [
  screen('/orders', () => import('./orders/order-list.tsx')),
  screen('/orders/new', () => import('./orders/placing/new-order.tsx')),
  screen('/orders/$orderId', () => import('./orders/order-record.tsx')),
  screen('/returns', () => import('./returns/return-list.tsx')),
  screen('/returns/$returnId', () => import('./returns/return-record.tsx')),
  screen('/imports', () => import('./imports/import-list.tsx')),
  screen('/imports/new', () => import('./imports/new-import.tsx')),
  screen('/imports/$importId', () => import('./imports/import-record.tsx')),
  screen('/imports/$importId/rows', () => import('./imports/import-rows.tsx')),
  screen('/items', () => import('./catalogue/item-list.tsx')),
  screen('/items/new', () => import('./catalogue/new-item.tsx')),
  screen('/items/$itemId', () => import('./catalogue/item-record.tsx')),
];
