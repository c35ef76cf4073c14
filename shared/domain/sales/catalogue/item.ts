import * as z from 'zod/mini';
import { TAX_CODES } from '#domain/finance/events.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { UnitPrice } from '#kernel/quantity.ts';
import { named, recordType } from '#kernel/record.ts';
import { storedOf } from '#kernel/stored.ts';
import { ItemUnit } from '#kernel/unit.ts';

export const ItemCode = z.string().check(z.trim(), z.regex(/^[^\s#\p{Cc}][^#\p{Cc}]{0,39}$/u, 'must be 1 to 40 characters, without #'));

/** What people enter of an item. */
export const ItemInput = z.strictObject({
  code: ItemCode,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  unit: z._default(ItemUnit, 'pc'),
  /** Sales price net of tax. */
  price: UnitPrice,
  taxCode: z._default(z.enum(TAX_CODES), 'IVA-G'),
  /** Goods that are kept in stock, or a service. */
  kind: z._default(z.enum(['stocked', 'service']), 'stocked'),
  /** Cost centre, project: lines that sell it take them where they tell nothing else. */
  dimensions: z.optional(LineDimensionsInput),
});
export type ItemInput = z.output<typeof ItemInput>;

export const Item = z.extend(storedOf(ItemInput), {
  /** An inactive item cannot be ordered any more. */
  active: z.boolean(),
});
export type Item = Readonly<z.output<typeof Item>>;

export const ITEM_STATES = ['active', 'inactive'] as const;
export const itemState = ({ active }: Pick<Item, 'active'>): (typeof ITEM_STATES)[number] => (active ? 'active' : 'inactive');

export const Items = recordType<Item, (typeof ITEM_STATES)[number]>({
  kind: 'item',
  prefix: 'itm',
  data: Item,
  history: 'all',
  list: named({ by: (i) => i.code, words: (i) => [i.code, i.name] }),
  state: itemState,
  tones: { active: 'good', inactive: 'plain' },
  summary: (i) => ({ title: i.name, subtitle: [i.code] }),
  screen: '/items',
  icon: 'tags',
  read: 'catalogue.read',
});

/** A service has no stock. */
export const refusalOfService = ({ kind, code }: Pick<Item, 'kind' | 'code'>, field: string): Refusal | undefined =>
  kind === 'stocked'
    ? undefined
    : refusal('item.not_stocked', `${code} is a service and has no stock: choose goods.`, field, { item: code });

/** Why an item takes an action now or not: commands throw these, and its pages show them. */
export const itemActions = {
  patchItem: () => undefined,
  receiveGoods: (item) => refusalOfService(item, 'body.lines.0.itemId'),
  adjustStock: (item) => refusalOfService(item, 'body.itemId'),
} as const satisfies ActionRules<Item>;

/** Holds an item's code, so that no two items have the same one. */
export const ItemCodes = recordType<{ readonly itemId: string }>({
  kind: 'item-code',
  prefix: 'itc',
  data: z.object({
    itemId: z.string(),
  }),
  history: 'all',
  screen: { none: 'It only keeps a code from being given twice.' },
  read: 'catalogue.read',
});
export const itemCodeId = (code: string): string => `itc_${code.toUpperCase()}`;
