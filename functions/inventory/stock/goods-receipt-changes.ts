import type { Entry } from '#domain/finance/ledger/entry.ts';
import { goodsReceiptLines } from '#domain/finance/ledger/goods-postings.ts';
import { type GoodsReceipt, type GoodsReceiptLine, receiptLine, stockIdsOf } from '#domain/inventory/stock/goods-receipt.ts';
import { noStock, receive, type Stock, Stocks, stockId } from '#domain/inventory/stock/stock.ts';
import { Items, refusalOfService } from '#domain/sales/catalogue/item.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import type { PostingSession } from '../../finance/service.ts';

/** Different items in one receipt: what one transaction holds beside the receipt and the period. */
const MAX_ITEMS = 95;

/** The receipt's lines with their costs. @throws DomainError `item.not_found`, `item.not_stocked`, `goods_receipt.too_many_items`. */
export async function readReceiptLines(
  records: Records,
  requested: readonly { itemId: string; quantity: string; unitCost: string }[],
): Promise<GoodsReceiptLine[]> {
  const different = new Set(requested.map((line) => line.itemId)).size;
  if (different > MAX_ITEMS)
    throw invalid('goods_receipt.too_many_items', `One receipt takes at most ${MAX_ITEMS} different items; make several.`, 'body.lines', {
      limit: MAX_ITEMS,
      items: different,
    });
  const items = await records.getMany(
    Items,
    requested.map((line) => line.itemId),
  );
  return requested.map((line, i) => {
    const item = items[i];
    const field = `body.lines.${i}.itemId`;
    if (!item)
      throw invalid('item.not_found', `Line ${i + 1}: there is no item ${line.itemId}: choose one of the catalogue.`, field, {
        line: i + 1,
        id: line.itemId,
      });
    throwIf(refusalOfService(item, field));
    return receiptLine(item, line.quantity, line.unitCost);
  });
}

/** Stock after the lines came in; several lines of one item add up. */
export async function receiptStock(records: Records, warehouse: string, lines: readonly GoodsReceiptLine[]): Promise<Change[]> {
  const ids = stockIdsOf({ lines, warehouse });
  const found = await records.getMany(Stocks, ids);
  return ids.map((id, i) => {
    const mine = lines.filter((line) => stockId(line.itemId, warehouse) === id);
    const first = mine[0] as GoodsReceiptLine;
    const before = found[i];
    const start: Stock = before ?? noStock({ id: first.itemId, code: first.code, name: first.name }, warehouse);
    const after = mine.reduce((stock, line) => receive(stock, line.quantity, line.cost), start);
    return before ? update(Stocks, before, after as typeof before) : createNext(Stocks, id, after);
  });
}

/** Dr 300, Cr 4009 or 5550; nothing to post where the goods cost nothing, but the period must be open all the same. */
export function receiptEntry(
  posting: PostingSession,
  { origin, total }: { readonly origin: Exclude<GoodsReceipt['origin'], 'return'>; readonly total: Minor },
  text = 'Entrada de existencias',
): Entry | undefined {
  posting.requireOpen();
  return total === 0 ? undefined : posting.add(text, goodsReceiptLines(origin, total));
}
