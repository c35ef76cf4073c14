import { notBefore } from '#domain/finance/receivables/open-item.ts';
import { type GoodsReceipt, GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { create, plain, update } from '#kernel/record.ts';
import { stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { stock } from './module.ts';
import { receiptPosting, requireStanding, returnedStock } from './receiving.ts';

export const reverseGoodsReceipt = command(stock.actions.reverseGoodsReceipt, {
  evidence: ({ made }) => ({ type: GoodsReceipts, id: made('grn'), how: 'make' as const }),
  answer: (receipt) => goodsReceiptView(stampedAtBirth(receipt)),
  run: async ({ path, body, records, now, made, caller }) => {
    const [company, receipt] = await Promise.all([
      records.need(Companies, COMPANY_ID),
      records.need(GoodsReceipts, path.receiptId, 'path.receiptId'),
    ]);
    if (receipt.origin === 'return')
      throw refused('goods_receipt.of_return', 'These goods came back by a return; sell or adjust them instead.', 'path.receiptId');
    requireStanding(receipt);
    const goods = await returnedStock(records, receipt);
    const date = body.date ?? dateIn(company.timeZone, now);
    notBefore(date, receipt.date, 'reversal');
    const text = `Anulación de entrada ${receipt.id}`;
    const { changes, entry } = await receiptPosting(
      records,
      made('grn'),
      { date, origin: receipt.origin, total: -receipt.total, text },
      caller.roles,
    );
    const { entry: _, ...same } = plain<GoodsReceipt>(receipt);
    const reversal: GoodsReceipt = { ...same, date, total: -receipt.total, reverses: receipt.id, ...(entry ? { entry } : {}) };
    const link = update(GoodsReceipts, receipt, { ...receipt, reversedBy: made('grn') });
    return (await records.commit<GoodsReceipt>([create(GoodsReceipts, made('grn'), reversal), link, ...goods, ...changes]))[0];
  },
});
