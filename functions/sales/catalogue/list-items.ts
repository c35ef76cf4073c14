import { Items } from '#domain/sales/catalogue/item.ts';
import { stamped } from '#kernel/stamps.ts';
import { query } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { catalogue } from './module.ts';

export const listItems = query(catalogue.actions.listItems, async ({ query: asked, records }) => {
  const { kind, active } = asked;
  const filtered = kind !== undefined || active !== undefined;
  const page = await listRecords(records, Items, {
    ...asked,
    buckets: ['all'],
    words: asked.q,
    where: filtered
      ? (item) => (kind === undefined || item.kind === kind) && (active === undefined || String(item.active) === active)
      : undefined,
  });
  return { ...page, items: page.items.map(stamped) };
});
