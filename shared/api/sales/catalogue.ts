import * as z from 'zod/mini';
import { ItemInput, itemActions } from '#domain/sales/catalogue/item.ts';
import { ItemPath, ItemView, PatchItem } from '#domain/sales/catalogue/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

export const catalogue = defineModule('sales/catalogue', 'Catalogue', {
  createItem: {
    route: 'POST /items',
    summary: 'Create an item: stocked goods or a service',
    permission: 'catalogue.write',
    body: ItemInput,
    output: ItemView,
    errors: ['item-code.exists', 'dimension.value'],
    example: { body: { code: 'TAZA-01', name: 'Taza de loza blanca', price: '7.95', taxCode: 'IVA-G' } },
  },
  getItem: {
    route: 'GET /items/{itemId}',
    summary: 'Get an item',
    permission: 'catalogue.read',
    path: ItemPath,
    output: withActions(ItemView, itemActions),
    errors: ['item.not_found'],
  },
  listItems: {
    route: 'GET /items',
    summary: 'List items by code',
    permission: 'catalogue.read',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      q: searchWords,
      kind: z.optional(z.enum(['stocked', 'service'])),
      active: z.optional(z.enum(['true', 'false'])),
    }),
    output: pageOf(ItemView),
  },
  patchItem: {
    route: 'PATCH /items/{itemId}',
    summary: 'Change an item’s name, price, unit or tax code, or retire it',
    permission: 'catalogue.write',
    path: ItemPath,
    body: PatchItem,
    output: ItemView,
    errors: ['item.not_found', 'dimension.value'],
    example: { body: { price: '8.50' } },
  },
  listTaxCodes: {
    route: 'GET /tax-codes',
    summary: 'List tax codes with their rates by effective date',
    permission: 'member',
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
