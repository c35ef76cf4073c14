import { Items } from '#domain/sales/catalogue/item.ts';
import { stamped } from '#kernel/stamps.ts';
import { query } from '#runtime/action.ts';
import { catalogue } from './module.ts';

export const getItem = query(catalogue.actions.getItem, async ({ path, records }) =>
  stamped(await records.need(Items, path.itemId, 'path.itemId')),
);
