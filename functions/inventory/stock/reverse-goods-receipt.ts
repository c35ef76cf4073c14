import { stock } from '#api/inventory/stock.ts';
import { notBefore } from '#domain/finance/open-items/open-item.ts';
import { type GoodsReceipt, GoodsReceipts, goodsReceiptActions, stockIdsOf, stockWithout } from '#domain/inventory/stock/goods-receipt.ts';
import { Stocks } from '#domain/inventory/stock/stock.ts';
import { goodsReceiptView } from '#domain/inventory/stock/wire.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { create, plain, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { together } from '#runtime/together.ts';
import { openPosting } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';
import { receiptEntry } from './goods-receipt-changes.ts';

export const reverseGoodsReceipt = command(
  stock.actions.reverseGoodsReceipt,
  creates(GoodsReceipts, 'grn', ({ path }) => ({ receipt: required(GoodsReceipts, path.receiptId, 'path.receiptId') })),
  async ({ body, today, receipt, records, newId, caller }) => {
    const { date = today } = body;
    // Goods of a return have been refused above.
    const origin = receipt.origin as Exclude<GoodsReceipt['origin'], 'return'>;
    const id = newId('grn');
    const total = -receipt.total;
    const [stocks, posting] = await together([
      records.getMany(Stocks, stockIdsOf(receipt)),
      openPosting(records, { date, today, document: id, caller }),
    ]);
    throwIf(goodsReceiptActions.reverseGoodsReceipt({ receipt, stocks }));
    const goods = stocks.flatMap((stock) => (stock ? [update(Stocks, stock, assertDefined(stockWithout(receipt, stock), stock.id))] : []));
    notBefore(date, receipt.date, 'reversal');
    const entry = receiptEntry(posting, { origin, total }, `Anulación de entrada ${receipt.id}`);
    const { entry: _, billed: __, ...same } = plain<GoodsReceipt>(receipt);
    const reversal: GoodsReceipt = { ...same, date, total, reverses: receipt.id, ...defined({ entry }) };
    const link = update(GoodsReceipts, receipt, { ...receipt, reversedBy: id });
    return [create(GoodsReceipts, id, reversal), link, ...goods, ...posting.changes()];
  },
  goodsReceiptView,
);
