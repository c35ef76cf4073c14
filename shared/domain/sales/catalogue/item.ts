import * as z from 'zod/mini';
import { TAX_CODES } from '#domain/finance/events.ts';
import { UnitPrice } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';

export const ItemCode = z.string().check(z.trim(), z.regex(/^[^\s#\p{Cc}][^#\p{Cc}]{0,39}$/u, 'must be 1 to 40 characters, without #'));

/** What people enter of an item. */
export const ItemInput = z.strictObject({
  code: ItemCode,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)),
  unit: z._default(z.string().check(z.regex(/^[A-Za-z0-9]{1,6}$/, 'must be a unit such as pc, kg, h')), 'pc'),
  /** Sales price net of tax. */
  price: UnitPrice,
  taxCode: z._default(z.enum(TAX_CODES), 'IVA-G'),
  /** Goods that are kept in stock, or a service. */
  kind: z._default(z.enum(['stocked', 'service']), 'stocked'),
});
export type ItemInput = z.output<typeof ItemInput>;

export interface Item extends ItemInput {
  /** An inactive item cannot be ordered any more. */
  readonly active: boolean;
}

export const Items = recordType<Item>({
  kind: 'item',
  prefix: 'itm',
  history: 'all',
  list: (i, id) => ({ bucket: 'all', sort: `${i.code}#${id}`, label: `${i.code} ${i.name}` }),
});

/** Holds an item's code, so that no two items have the same one. */
export const ItemCodes = recordType<{ readonly itemId: string }>({ kind: 'item-code', prefix: 'itc', history: 'all' });
export const itemCodeId = (code: string): string => `itc_${code.toUpperCase()}`;
