import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconTruckDelivery } from '../../ui/icons.ts';

export default {
  area: 'warehouse',
  menu: [{ id: 'goodsReceipts', to: '/goods-receipts', icon: IconTruckDelivery, needs: 'listGoodsReceipts', keys: 'g', at: 2 }],
  commands: [{ id: 'receiveGoods', icon: IconTruckDelivery, needs: 'receiveGoods', of: '/goods-receipts', quick: 2 }],
  routes: {
    '/goods-receipts': () => import('./goods-receipt-list.tsx'),
    '/goods-receipts/new': () => import('./receive-goods.tsx'),
    '/goods-receipts/$receiptId': () => import('./goods-receipt-record.tsx'),
  },
} satisfies ModuleScreens;
