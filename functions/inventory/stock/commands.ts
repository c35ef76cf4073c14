import { stock } from '#api/inventory/stock.ts';
import { serveModule } from '../../platform/service.ts';
import { adjustStock } from './adjust-stock.ts';
import { createWarehouse } from './create-warehouse.ts';
import { receiveGoods } from './receive-goods.ts';
import { reverseGoodsReceipt } from './reverse-goods-receipt.ts';

export const handler = serveModule(stock, { createWarehouse, receiveGoods, reverseGoodsReceipt, adjustStock });
