import { screen } from '../app/screen.ts';

export const inventoryRoutes = [
  screen('/stock', () => import('./stock/stock-list.tsx')),
  screen('/stock/$itemId', () => import('./stock/stock-record.tsx')),
  screen('/stock-adjustments', () => import('./stock/adjustment-list.tsx')),
  screen('/stock-adjustments/new', () => import('./stock/new-adjustment.tsx')),
  screen('/goods-receipts', () => import('./goods-receipts/goods-receipt-list.tsx')),
  screen('/goods-receipts/new', () => import('./goods-receipts/receive-goods.tsx')),
  screen('/goods-receipts/$receiptId', () => import('./goods-receipts/goods-receipt-record.tsx')),
];
