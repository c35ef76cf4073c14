import { type DraftLine, type DraftLineInput, draftLines } from '#domain/finance/receivables/draft.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import type { Records } from '#runtime/records.ts';

/** A draft's lines, with what the catalogue says of their items. */
export async function resolveLines(records: Records, asked: readonly DraftLineInput[]): Promise<DraftLine[]> {
  const ids = asked.flatMap(({ itemId }) => (itemId === undefined ? [] : [itemId]));
  const items = await records.getMany(Items, ids);
  return draftLines(asked, new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : []))));
}
