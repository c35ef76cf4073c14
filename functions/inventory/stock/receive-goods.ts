import { type GoodsReceipt, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { stock } from './module.ts';
import { readReceiptLines, receiptPosting, receiptStock } from './receiving.ts';

export const receiveGoods = command(stock.actions.receiveGoods, {
  evidence: ({ made }) => ({ type: GoodsReceipts, id: made('grn'), how: 'make' as const }),
  answer: ({ reversedBy, ...receipt }) => goodsReceiptView(stampedAtBirth(receipt)),
  run: async ({ body, records, now, made, caller }) => {
    const [company, lines] = await Promise.all([
      records.need(Companies, COMPANY_ID),
      readReceiptLines(records, body.lines),
      records.need(Warehouses, warehouseId(body.warehouse), 'body.warehouse'),
    ]);
    const date = body.date ?? dateIn(company.timeZone, now);
    const total = lines.reduce((sum, line) => sum + line.cost, 0);
    const { changes, entry } = await receiptPosting(records, made('grn'), { date, origin: body.origin, total }, caller.roles);
    const receipt: GoodsReceipt = {
      date,
      warehouse: body.warehouse,
      origin: body.origin,
      lines,
      total,
      ...(body.reference ? { reference: body.reference } : {}),
      ...(entry ? { entry } : {}),
    };
    const goods = await receiptStock(records, body.warehouse, lines);
    return (await records.commit<GoodsReceipt>([create(GoodsReceipts, made('grn'), receipt), ...goods, ...changes]))[0];
  },
});
