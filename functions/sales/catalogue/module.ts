import * as z from 'zod/mini';
import { ItemInput } from '#domain/sales/catalogue/item.ts';
import { ItemPath, ItemView, PatchItem } from '#domain/sales/catalogue/wire.ts';
import { defineModule, EVERYBODY } from '#kernel/action.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

const KEEPERS = ['owner', 'sales', 'integration'] as const;

export const catalogue = defineModule('sales/catalogue', 'Catalogue', {
  createItem: {
    route: 'POST /items',
    summary: 'Add an item: goods that are kept in stock, or a service',
    roles: KEEPERS,
    profile: 'commands',
    body: ItemInput,
    output: ItemView,
    status: 201,
    errors: ['item-code.exists'],
    example: { body: { code: 'TAZA-01', name: 'Taza de loza blanca', price: '7.95', taxCode: 'IVA-G' } },
  },
  getItem: {
    route: 'GET /items/{itemId}',
    summary: 'One item',
    roles: EVERYBODY,
    profile: 'queries',
    path: ItemPath,
    output: ItemView,
    errors: ['item.not_found'],
  },
  listItems: {
    route: 'GET /items',
    summary: 'Items by code',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      q: z.optional(z.string().check(z.maxLength(80))),
      kind: z.optional(z.enum(['stocked', 'service'])),
      active: z.optional(z.enum(['true', 'false'])),
    }),
    output: pageOf(ItemView),
  },
  patchItem: {
    route: 'PATCH /items/{itemId}',
    summary: 'Change name, price, unit or tax code, or take the item out of the catalogue',
    roles: KEEPERS,
    profile: 'commands',
    path: ItemPath,
    body: PatchItem,
    output: ItemView,
    errors: ['item.not_found'],
    example: { body: { price: '8.50' } },
  },
  listTaxCodes: {
    route: 'GET /tax-codes',
    summary: 'Tax codes and their rates by first day',
    roles: EVERYBODY,
    profile: 'queries',
    output: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          category: z.string(),
          note: z.optional(z.string()),
          rates: z.array(z.object({ from: z.string(), percent: z.string() })),
        }),
      ),
    }),
  },
});
