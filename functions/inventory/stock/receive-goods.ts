import { stock } from '#api/inventory/stock.ts';
import { type StoredSupplier, Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { type GoodsReceipt, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { defined } from '#kernel/optional.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { optional, required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { together } from '#runtime/together.ts';
import { openPosting } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { readReceiptLines, receiptEntry, receiptStock } from './goods-receipt-changes.ts';

/** Stock that the company brought along came of no supplier. */
const broughtBy = (origin: 'supplier' | 'opening', supplier: StoredSupplier | undefined) =>
  supplier && origin === 'supplier' ? { supplierId: supplier.id, supplierName: supplier.name } : {};

export const receiveGoods = command(
  stock.actions.receiveGoods,
  creates(GoodsReceipts, 'grn', ({ body }) => ({
    there: required(Warehouses, warehouseId(body.warehouse), 'body.warehouse'),
    supplier: optional(Suppliers, body.supplierId),
  })),
  async ({ body, supplier, today, records, newId, caller }) => {
    if (body.supplierId && !supplier) throw notFound(Suppliers.kind, body.supplierId, 'body.supplierId');
    const lines = await readReceiptLines(records, body.lines);
    const { date = today, warehouse, origin, reference } = body;
    const total = lines.reduce((sum, line) => sum + line.cost, 0);
    const id = newId('grn');
    const [posting, goods] = await together([
      openPosting(records, { date, today, document: id, caller }),
      receiptStock(records, warehouse, lines),
    ]);
    const entry = receiptEntry(posting, { origin, total });
    const receipt: GoodsReceipt = {
      date,
      warehouse,
      origin,
      lines,
      total,
      ...defined({ reference, entry }),
      ...broughtBy(origin, supplier),
    };
    return [create(GoodsReceipts, id, receipt), ...goods, ...posting.changes()];
  },
  goodsReceiptView,
);
