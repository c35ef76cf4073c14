import { type DraftLine, type DraftLineInput, draftLines } from '#domain/finance/receivables/draft.ts';
import { type Item, Items } from '#domain/sales/catalogue/item.ts';
import type { Stored } from '#kernel/record.ts';
import { several } from '#runtime/reads.ts';

/** The catalogue's items that a draft's lines name. */
export const itemsOf = (lines: readonly DraftLineInput[] = []) =>
  several(
    Items,
    lines.flatMap(({ itemId }) => (itemId === undefined ? [] : [itemId])),
  );

/** A draft's lines, with what the catalogue says of their items. */
export const resolveLines = (
  lines: readonly DraftLineInput[],
  items: readonly (Stored<Item> | undefined)[],
  currency?: string | undefined,
): DraftLine[] => draftLines(lines, new Map(items.flatMap((item) => (item ? [[item.id, item] as const] : []))), currency);
