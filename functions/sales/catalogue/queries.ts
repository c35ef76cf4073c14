import { stock } from '#api/inventory/stock.ts';
import { catalogue } from '#api/sales/catalogue.ts';
import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import { Items, itemActions } from '#domain/sales/catalogue/item.ts';
import { itemView } from '#domain/sales/catalogue/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { actionsOf, serveModule } from '../../platform/service.ts';

const ACTIONS = { ...catalogue.actions, ...stock.actions };

export const getItem = plainQuery(catalogue.actions.getItem, async ({ path, records, caller }) => {
  const item = await records.getOrThrow(Items, path.itemId, 'path.itemId');
  return { ...itemView(item), actions: actionsOf(caller, ACTIONS, itemActions, item) };
});

export const listItems = plainQuery(catalogue.actions.listItems, async ({ query: input, records }) => {
  const { kind, active } = input;
  const filtered = kind !== undefined || active !== undefined;
  const page = await listRecords(records, Items, {
    ...input,
    buckets: ['all'],
    words: input.q,
    where: filtered
      ? (item) => (kind === undefined || item.kind === kind) && (active === undefined || String(item.active) === active)
      : undefined,
  });
  return { ...page, items: page.items.map(itemView) };
});

export const listTaxCodes = plainQuery(catalogue.actions.listTaxCodes, async () => ({
  items: VAT_ES.map((code) => ({ ...code, rates: [...code.rates] })),
}));

export const handler = serveModule(catalogue, { getItem, listItems, listTaxCodes });
