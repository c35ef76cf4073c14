import * as z from 'zod/mini';
import { WarehouseCode, WarehouseInput } from '#domain/inventory/stock/warehouse.ts';
import {
  AdjustmentInput,
  AdjustmentView,
  GoodsReceiptInput,
  GoodsReceiptView,
  StockView,
  WarehouseView,
} from '#domain/inventory/stock/wire.ts';
import { defineModule, EVERYBODY } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

const KEEPERS = ['owner', 'warehouse', 'accountant', 'integration'] as const;
const ITEM = 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV';
const POSTING = ['period.not_open', 'period.closed', 'period.locked'] as const;
const search = z.optional(z.string().check(z.maxLength(80)));
const dated = { from: z.optional(BusinessDate), to: z.optional(BusinessDate), q: search };
const ReceiptPath = z.strictObject({ receiptId: idWith('grn') });

export const stock = defineModule('inventory/stock', 'Stock', {
  createWarehouse: {
    route: 'POST /warehouses',
    summary: 'Add a warehouse',
    roles: ['owner', 'warehouse'],
    profile: 'commands',
    body: WarehouseInput,
    output: WarehouseView,
    status: 201,
    errors: ['warehouse.exists'],
    example: { body: { code: 'getafe', name: 'Almacén de Getafe' } },
  },
  listWarehouses: {
    route: 'GET /warehouses',
    summary: 'Warehouses',
    roles: EVERYBODY,
    profile: 'queries',
    output: z.object({ items: z.array(WarehouseView) }),
  },
  receiveGoods: {
    route: 'POST /goods-receipts',
    summary: 'Receive goods at cost',
    description:
      'Raises stock and its value, and posts 300 against 4009 (supplier, bill to come) or 5550 (opening stock), in one transaction.',
    roles: KEEPERS,
    profile: 'commands',
    body: GoodsReceiptInput,
    output: GoodsReceiptView,
    status: 201,
    dryRun: true,
    errors: ['item.not_found', 'item.not_stocked', 'warehouse.not_found', 'goods_receipt.too_many_items', ...POSTING],
    example: { body: { lines: [{ itemId: ITEM, quantity: '24', unitCost: '3.85' }], reference: 'Albarán 8841' } },
  },
  reverseGoodsReceipt: {
    route: 'POST /goods-receipts/{receiptId}/reversal',
    summary: 'Take a goods receipt back, at its own cost',
    roles: KEEPERS,
    profile: 'commands',
    path: ReceiptPath,
    body: z.strictObject({ date: z.optional(BusinessDate) }),
    output: GoodsReceiptView,
    status: 201,
    dryRun: true,
    errors: ['goods_receipt.reversed', 'goods_receipt.used', 'goods_receipt.of_return', 'reversal.too_early', ...POSTING],
    example: { body: {} },
  },
  getGoodsReceipt: {
    route: 'GET /goods-receipts/{receiptId}',
    summary: 'One goods receipt',
    roles: EVERYBODY,
    profile: 'queries',
    path: ReceiptPath,
    output: GoodsReceiptView,
    errors: ['goods-receipt.not_found'],
  },
  listGoodsReceipts: {
    route: 'GET /goods-receipts',
    summary: 'Goods receipts, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ ...pageQuery, ...dated }),
    output: pageOf(GoodsReceiptView),
  },
  adjustStock: {
    route: 'POST /stock-adjustments',
    summary: 'Correct the count of an item, with a reason',
    roles: KEEPERS,
    profile: 'commands',
    body: AdjustmentInput,
    output: AdjustmentView,
    status: 201,
    dryRun: true,
    errors: ['item.not_found', 'item.not_stocked', 'warehouse.not_found', 'stock.not_available', 'adjustment.cost', ...POSTING],
    example: { body: { itemId: ITEM, quantity: '-2', reason: 'damage', note: 'Rotas en el traslado' } },
  },
  listAdjustments: {
    route: 'GET /stock-adjustments',
    summary: 'Adjustments, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ ...pageQuery, ...dated, itemId: z.optional(idWith('itm')) }),
    output: pageOf(AdjustmentView),
  },
  listStock: {
    route: 'GET /stock',
    summary: 'What a warehouse holds: on hand, reserved, available to promise, value',
    roles: EVERYBODY,
    profile: 'queries',
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
    summary: 'One item in all warehouses',
    roles: EVERYBODY,
    profile: 'queries',
    path: z.strictObject({ itemId: idWith('itm') }),
    output: z.object({
      itemId: z.string(),
      onHand: z.string(),
      reserved: z.string(),
      available: z.string(),
      value: Money,
      warehouses: z.array(StockView),
    }),
    errors: ['item.not_found'],
  },
  getStockValuation: {
    route: 'GET /stock-valuation',
    summary: 'The value of all stock, by warehouse: it equals the balance of account 300',
    roles: EVERYBODY,
    profile: 'queries',
    output: z.object({
      items: z.int(),
      value: Money,
      warehouses: z.array(z.object({ warehouse: z.string(), items: z.int(), value: Money })),
    }),
  },
});
