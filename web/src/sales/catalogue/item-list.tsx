import { api, type Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { price, state, text } from '../../list/columns.tsx';
import { choice } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { BulkAction } from '../../list/spec.ts';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

type Item = Schemas['ItemRow'];

/** Into the catalogue and out of it, many at once. */
const bulkOf = ({ t }: ListContext): BulkAction<Item>[] =>
  ([false, true] as const).map((active) => ({
    id: active ? 'restore' : 'retire',
    label: t(active ? 'items.restore.action' : 'items.retire.action'),
    preview: () => <p className="dimmed">{t(active ? 'items.restore.text' : 'items.retire.text')}</p>,
    run: ({ id }) => api.PATCH('/items/{itemId}', { params: { path: { itemId: id } }, body: { active } }),
  }));

function plan(context: ListContext): ListPlan<Item> {
  const { t, can } = context;
  return {
    id: 'items',
    title: t('menu.items'),
    load: load('/items'),
    order: 'asc',
    href: '/items',
    columns: [
      text('code', ({ code }) => code, { indexed: true }),
      text('name', ({ name }) => name),
      text('kind', ({ kind }) => t(`items.kinds.${kind}`), { header: t('items.kind'), hide: 'medium' }),
      text('unit', ({ unit }) => unit, { header: t('items.unit'), hide: 'medium' }),
      text('taxCode', ({ taxCode }) => taxCode, { header: t('items.taxCode'), hide: 'medium' }),
      state('item', (item) => item.state, { hide: 'narrow' }),
      price('price', (item) => item.price),
    ],
    searchLabel: t('items.search'),
    filters: [
      choice('kind', t('items.kind'), ['stocked', 'service'], (kind) => t(`items.kinds.${kind}`)),
      choice('active', t('items.state'), ['true', 'false'], (active) => t(`states.item.${active === 'true' ? 'active' : 'inactive'}`)),
    ],
    views: [
      { name: t('states.item.active'), search: { active: 'true' } },
      { name: t('items.kinds.service'), search: { kind: 'service' } },
    ],
    bulk: can('patchItem') ? bulkOf(context) : [],
    create: { needs: 'createItem', to: '/items/new', label: t('items.new.title'), whenEmpty: true },
    empty: { title: t('items.empty.title'), text: t('items.empty.text') },
  };
}

/** Everything that is sold. */
export const Screen = () => <RecordList spec={useList(plan)} />;
