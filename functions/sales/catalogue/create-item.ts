import { catalogue } from '#api/sales/catalogue.ts';
import { ItemCodes, Items, itemCodeId } from '#domain/sales/catalogue/item.ts';
import { itemView } from '#domain/sales/catalogue/wire.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { requireDefaults } from '../../finance/service.ts';
import { command } from '../../platform/service.ts';

export const createItem = command(
  catalogue.actions.createItem,
  creates(Items, 'itm'),
  async ({ body, newId, records }) => {
    await requireDefaults(records, body.dimensions);
    return [create(Items, newId('itm'), { ...body, active: true }), create(ItemCodes, itemCodeId(body.code), { itemId: newId('itm') })];
  },
  itemView,
);
