import { type Item, Items } from '#domain/sales/catalogue/item.ts';
import { update } from '#kernel/record.ts';
import { edited, stamped } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { catalogue } from './module.ts';

export const patchItem = command(catalogue.actions.patchItem, {
  evidence: ({ path }) => ({ type: Items, id: path.itemId, how: 'on' as const }),
  answer: (item) => stamped(item),
  run: async ({ body, records }, before) => {
    const { data, was } = edited(before, body);
    if (Object.keys(was).length === 0) return before;
    return (await records.commit<Item>([update(Items, before, data, was)]))[0];
  },
});
