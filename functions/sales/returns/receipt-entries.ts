import { CreditNotes } from '#domain/finance/receivables/invoice.ts';
import { entryView } from '#domain/finance/wire.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import type { ReturnReceipt } from '#domain/sales/returns/return.ts';
import type { Records } from '#runtime/records.ts';

/** The entries that an arrival of returned goods posted: its credit notes', or its goods receipt's. */
export async function receiptEntries(
  records: Records,
  { creditNoteIds, goodsReceiptId }: Pick<ReturnReceipt, 'creditNoteIds' | 'goodsReceiptId'>,
) {
  const [notes, goods] = await Promise.all([
    records.getMany(CreditNotes, creditNoteIds),
    goodsReceiptId ? records.get(GoodsReceipts, goodsReceiptId) : undefined,
  ]);
  return [...notes.map((note) => note?.entry), goods?.entry].filter((entry) => entry !== undefined).map(entryView);
}
