import { catalogue } from '#api/sales/catalogue.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { itemView } from '#domain/sales/catalogue/wire.ts';
import { edit } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { requireDefaults } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';

export const patchItem = command(
  catalogue.actions.patchItem,
  on(Items, (path) => path.itemId),
  async ({ body, records }, item) => {
    await requireDefaults(records, body.dimensions, item);
    return edit(Items, item, body);
  },
  itemView,
);
