import * as z from 'zod/mini';
import { adjustmentActions } from '#domain/inventory/stock/adjustment.ts';
import { goodsReceiptActions } from '#domain/inventory/stock/goods-receipt.ts';
import { WarehouseCode, WarehouseInput } from '#domain/inventory/stock/warehouse.ts';
import {
  AdjustmentInput,
  AdjustmentView,
  GoodsReceiptInput,
  GoodsReceiptView,
  StockView,
  WaitedStockView,
  WarehouseView,
} from '#domain/inventory/stock/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions, withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

const ITEM = 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV';
const search = searchWords;
const dated = { from: z.optional(BusinessDate), to: z.optional(BusinessDate), q: search };
const ReceiptPath = z.strictObject({ receiptId: idWith('grn') });

export const stock = defineModule('inventory/stock', 'Stock', {
  createWarehouse: {
    route: 'POST /warehouses',
    summary: 'Create a warehouse',
    permission: 'stock.setup',
    body: WarehouseInput,
    output: WarehouseView,
    errors: ['warehouse.exists'],
    example: { body: { code: 'getafe', name: 'Almacén de Getafe' } },
  },
  listWarehouses: {
    route: 'GET /warehouses',
    summary: 'List warehouses',
    permission: 'stock.read',
    output: z.object({ items: z.array(WarehouseView) }),
  },
  receiveGoods: {
    route: 'POST /goods-receipts',
    summary: 'Receive goods at cost',
    description:
      'Raises stock and its value, and posts 300 against 4009 (supplier, bill to come) or 5550 (opening stock), in one transaction.',
    permission: 'stock.receive',
    body: GoodsReceiptInput,
    output: GoodsReceiptView,
    dryRun: true,
    errors: [
      'item.not_found',
      'item.not_stocked',
      'warehouse.not_found',
      'supplier.not_found',
      'goods_receipt.too_many_items',
      ...POSTING_REFUSALS,
    ],
    example: { body: { lines: [{ itemId: ITEM, quantity: '24', unitCost: '3.85' }], reference: 'Albarán 8841' } },
  },
  reverseGoodsReceipt: {
    route: 'POST /goods-receipts/{receiptId}/reversal',
    summary: 'Reverse a goods receipt at its own cost',
    permission: 'stock.receive',
    path: ReceiptPath,
    body: z.strictObject({ date: z.optional(BusinessDate) }),
    output: GoodsReceiptView,
    dryRun: true,
    errors: [
      'goods_receipt.reversed',
      'goods_receipt.billed',
      'goods_receipt.used',
      'goods_receipt.of_return',
      'reversal.too_early',
      ...POSTING_REFUSALS,
    ],
    example: { body: {} },
  },
  getGoodsReceipt: {
    route: 'GET /goods-receipts/{receiptId}',
    summary: 'Get a goods receipt',
    permission: 'stock.read',
    path: ReceiptPath,
    output: withFlow(GoodsReceiptView, goodsReceiptActions),
    errors: ['goods-receipt.not_found'],
  },
  listGoodsReceipts: {
    route: 'GET /goods-receipts',
    summary: 'List goods receipts, newest first',
    permission: 'stock.read',
    query: z.strictObject({ ...pageQuery, ...dated }),
    output: pageOf(GoodsReceiptView),
  },
  adjustStock: {
    route: 'POST /stock-adjustments',
    summary: 'Adjust the stock of an item to its count or by a difference, with a reason',
    permission: 'stock.adjust',
    body: AdjustmentInput,
    output: AdjustmentView,
    dryRun: true,
    errors: [
      'item.not_found',
      'item.not_stocked',
      'warehouse.not_found',
      'stock.not_on_hand',
      'adjustment.quantity',
      'adjustment.agrees',
      'adjustment.cost',
      ...POSTING_REFUSALS,
    ],
    example: { body: { itemId: ITEM, quantity: '-2', reason: 'damage', note: 'Rotas en el traslado' } },
  },
  listAdjustments: {
    route: 'GET /stock-adjustments',
    summary: 'List stock adjustments, newest first',
    description: '`actions.adjustStock` tells whether the same quantity can be adjusted the other way.',
    permission: 'stock.read',
    query: z.strictObject({ ...pageQuery, ...dated, itemId: z.optional(idWith('itm')) }),
    output: pageOf(withActions(AdjustmentView, adjustmentActions)),
  },
  listStock: {
    route: 'GET /stock',
    summary: 'List a warehouse’s stock: on hand, reserved (committed and back-ordered), available to promise, value',
    permission: 'stock.read',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      warehouse: z._default(WarehouseCode, 'main'),
      q: search,
      short: z.optional(z.enum(['true', 'false'])),
    }),
    output: pageOf(StockView),
  },
  getStock: {
    route: 'GET /stock/{itemId}',
    summary: 'Get an item’s stock in all warehouses',
    permission: 'stock.read',
    path: z.strictObject({ itemId: idWith('itm') }),
    output: z.object({
      itemId: z.string(),
      onHand: z.string(),
      reserved: z.string(),
      committed: z.string(),
      backordered: z.string(),
      available: z.string(),
      value: Money,
      warehouses: z.array(WaitedStockView),
    }),
    errors: ['item.not_found'],
  },
  getStockValuation: {
    route: 'GET /stock-valuation',
    summary: 'Get the value of stock by warehouse, which equals the balance of account 300',
    permission: 'stock.read',
    output: z.object({
      items: z.int(),
      value: Money,
      warehouses: z.array(z.object({ warehouse: z.string(), items: z.int(), value: Money })),
    }),
  },
});
