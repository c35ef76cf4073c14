import { stock } from '#api/inventory/stock.ts';
import { type GoodsReceipt, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { defined } from '#kernel/optional.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { together } from '#runtime/together.ts';
import { openPosting } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { readReceiptLines, receiptEntry, receiptStock } from './goods-receipt-changes.ts';

export const receiveGoods = command(
  stock.actions.receiveGoods,
  creates(GoodsReceipts, 'grn', ({ body }) => ({ there: required(Warehouses, warehouseId(body.warehouse), 'body.warehouse') })),
  async ({ body, today, records, newId, caller }) => {
    const lines = await readReceiptLines(records, body.lines);
    const { date = today, warehouse, origin, reference } = body;
    const total = lines.reduce((sum, line) => sum + line.cost, 0);
    const id = newId('grn');
    const [posting, goods] = await together([
      openPosting(records, { date, today, document: id, caller }),
      receiptStock(records, warehouse, lines),
    ]);
    const entry = receiptEntry(posting, { origin, total });
    const receipt: GoodsReceipt = { date, warehouse, origin, lines, total, ...defined({ reference, entry }) };
    return [create(GoodsReceipts, id, receipt), ...goods, ...posting.changes()];
  },
  goodsReceiptView,
);
