import { type Item, ItemCodes, Items, itemCodeId } from '#domain/sales/catalogue/item.ts';
import { create } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { catalogue } from './module.ts';

export const createItem = command(catalogue.actions.createItem, {
  evidence: ({ made }) => ({ type: Items, id: made('itm'), how: 'make' as const }),
  answer: (item) => stampedAtBirth(atBirth(item)),
  run: async ({ body, records, made }) => {
    const id = made('itm');
    const changes = [create(Items, id, { ...body, active: true }), create(ItemCodes, itemCodeId(body.code), { itemId: id })];
    return (await records.commit<Item>(changes))[0];
  },
});
