import { serve } from '#runtime/http.ts';
import { adjustStock } from './adjust-stock.ts';
import { createWarehouse } from './create-warehouse.ts';
import { stock } from './module.ts';
import { receiveGoods } from './receive-goods.ts';
import { reverseGoodsReceipt } from './reverse-goods-receipt.ts';

export const handler = serve(stock, { createWarehouse, receiveGoods, reverseGoodsReceipt, adjustStock });
