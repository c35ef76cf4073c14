import { type Entry, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { goodsReceiptLines } from '#domain/finance/ledger/goods-postings.ts';
import { type GoodsReceipt, type GoodsReceiptLine, receiptLine } from '#domain/inventory/stock/goods-receipt.ts';
import { noStock, receive, type Stock, Stocks, stockId, takeBack } from '#domain/inventory/stock/stock.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import type { Role } from '#kernel/action.ts';
import { invalid, refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Different items in one receipt: what one transaction holds beside the receipt and the gate. */
const MAX_ITEMS = 95;

/** The receipt's lines with their costs. @throws DomainError `item.not_found`, `item.not_stocked`, `goods_receipt.too_many_items`. */
export async function readReceiptLines(
  records: Records,
  asked: readonly { itemId: string; quantity: string; unitCost: string }[],
): Promise<GoodsReceiptLine[]> {
  const different = new Set(asked.map((line) => line.itemId)).size;
  if (different > MAX_ITEMS)
    throw invalid('goods_receipt.too_many_items', `One receipt takes at most ${MAX_ITEMS} different items; make several.`, 'body.lines', {
      limit: MAX_ITEMS,
      items: different,
    });
  const items = await records.getMany(
    Items,
    asked.map((line) => line.itemId),
  );
  return asked.map((line, i) => {
    const item = items[i];
    const field = `body.lines.${i}.itemId`;
    if (!item)
      throw invalid('item.not_found', `Line ${i + 1}: there is no item ${line.itemId}: choose one of the catalogue.`, field, {
        line: i + 1,
        id: line.itemId,
      });
    if (item.kind !== 'stocked')
      throw refused('item.not_stocked', `Line ${i + 1}: ${item.code} is a service and has no stock: take it off the receipt.`, field, {
        line: i + 1,
        item: item.code,
      });
    return receiptLine(item, line.quantity, line.unitCost);
  });
}

/** Stock after the lines came in; several lines of one item add up. */
export async function receiptStock(records: Records, warehouse: string, lines: readonly GoodsReceiptLine[]): Promise<Change[]> {
  const ids = [...new Set(lines.map((line) => stockId(line.itemId, warehouse)))];
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

/** Dr 300, Cr 4009 or 5550; nothing to post where the goods cost nothing. */
export async function receiptPosting(
  records: Records,
  id: string,
  {
    date,
    origin,
    total,
    text = 'Entrada de existencias',
  }: { date: string; origin: Exclude<GoodsReceipt['origin'], 'return'>; total: Minor; text?: string },
  roles: readonly Role[],
): Promise<{ changes: Change[]; entry?: Entry }> {
  const gate = await records.get(Gates, gateIdFor(date, id));
  const adjusts = roles.includes('owner') || roles.includes('accountant');
  if (total === 0) {
    post(gate, [], adjusts); // The period must be open all the same.
    return { changes: [] };
  }
  const { entries, change } = post(gate, [entryDraft(date, text, goodsReceiptLines(origin, total))], adjusts);
  return { changes: [change], entry: entries[0] as Entry };
}

/** Only what stands is reversed, and once. @throws DomainError `goods_receipt.reversed` (422). */
export function requireStanding({ reverses, reversedBy }: GoodsReceipt): void {
  if (reverses) throw refused('goods_receipt.reversed', 'This is a reversal itself: record the goods again.', 'path.receiptId');
  if (reversedBy)
    throw refused('goods_receipt.reversed', `The receipt was reversed by ${reversedBy} already.`, 'path.receiptId', {
      reversal: reversedBy,
    });
}

/** Stock after a receipt's goods went out again. @throws DomainError `goods_receipt.used` (422). */
export async function returnedStock(records: Records, receipt: GoodsReceipt): Promise<Change[]> {
  const ids = [...new Set(receipt.lines.map((line) => stockId(line.itemId, receipt.warehouse)))];
  const found = await records.getMany(Stocks, ids);
  return ids.map((id, i) => {
    const before = found[i];
    const mine = receipt.lines.filter((line) => stockId(line.itemId, receipt.warehouse) === id);
    const after = mine.reduce<Stock | undefined>((stock, line) => stock && takeBack(stock, line.quantity, line.cost), before);
    if (!before || !after)
      throw refused(
        'goods_receipt.used',
        `${mine[0]?.code} of this receipt has been sold or promised meanwhile; correct it by an adjustment.`,
        'path.receiptId',
        { item: mine[0]?.code ?? '' },
      );
    return update(Stocks, before, after as typeof before);
  });
}
