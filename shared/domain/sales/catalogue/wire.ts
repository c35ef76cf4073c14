import * as z from 'zod/mini';
import { TAX_CODES } from '#domain/finance/events.ts';
import { idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { UnitPrice } from '#kernel/quantity.ts';
import type { Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { ItemUnit } from '#kernel/unit.ts';
import { ITEM_STATES, type Item, ItemInput, itemState } from './item.ts';

export const ItemPath = z.strictObject({ itemId: idWith('itm') });

/** Code and kind stay: documents and stock lean on them. */
export const PatchItem = z.strictObject({
  name: z.optional(ItemInput.shape.name),
  unit: z.optional(ItemUnit),
  price: z.optional(UnitPrice),
  taxCode: z.optional(z.enum(TAX_CODES)),
  active: z.optional(z.boolean()),
  /** Null: none any more. */
  dimensions: z.optional(z.nullable(LineDimensionsInput)),
});

export const ItemView = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  price: z.string(),
  taxCode: z.string(),
  kind: z.enum(['stocked', 'service']),
  active: z.boolean(),
  state: z.enum(ITEM_STATES),
  dimensions: z.optional(z.record(z.string(), z.string())),
  ...stampFields,
});

export const itemView = (item: Stored<Item>) => ({ ...stamped(item), state: itemState(item) });
