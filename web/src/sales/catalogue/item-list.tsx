import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { BulkAction, Column, Filter, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { stateOf } from './item-rules.ts';

type Item = Schemas['Item'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/items', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, { price }: Formats): Column<Item>[] => [
  { id: 'code', header: t('items.code'), cell: ({ code }) => code, value: ({ code }) => code, indexed: true },
  { id: 'name', header: t('items.name'), cell: ({ name }) => name, value: ({ name }) => name },
  {
    id: 'kind',
    header: t('items.kind'),
    cell: ({ kind }) => t(`items.kinds.${kind}`),
    value: ({ kind }) => t(`items.kinds.${kind}`),
    hide: 'medium',
  },
  { id: 'unit', header: t('items.unit'), cell: ({ unit }) => unit, value: ({ unit }) => unit, hide: 'medium' },
  { id: 'taxCode', header: t('items.taxCode'), cell: ({ taxCode }) => taxCode, value: ({ taxCode }) => taxCode, hide: 'medium' },
  {
    id: 'state',
    header: t('items.state'),
    cell: (item) => <StateBadge kind="item" state={stateOf(item)} />,
    value: (item) => t(`states.item.${stateOf(item)}`),
    hide: 'narrow',
  },
  { id: 'price', header: t('items.priceShort'), cell: (item) => price(item.price), value: (item) => item.price, numeric: true },
];

const filtersOf = (t: T): Filter[] => [
  {
    kind: 'choice',
    id: 'kind',
    label: t('items.kind'),
    options: [
      { value: 'stocked', label: t('items.kinds.stocked') },
      { value: 'service', label: t('items.kinds.service') },
    ],
  },
  {
    kind: 'choice',
    id: 'active',
    label: t('items.state'),
    options: [
      { value: 'true', label: t('states.item.active') },
      { value: 'false', label: t('states.item.inactive') },
    ],
  },
];

/** Into the catalogue and out of it, many at once. */
const bulkOf = (t: T): BulkAction<Item>[] =>
  ([false, true] as const).map((active) => ({
    id: active ? 'restore' : 'retire',
    label: t(active ? 'items.restore.action' : 'items.retire.action'),
    blocked: (item) => (item.active === active ? t(active ? 'items.why.active' : 'items.why.inactive') : undefined),
    preview: () => <p className="dimmed">{t(active ? 'items.restore.text' : 'items.retire.text')}</p>,
    run: ({ id }) => api.PATCH('/items/{itemId}', { params: { path: { itemId: id } }, body: { active } }),
  }));

/** Everything that is sold. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo((): ListSpec<Item> => {
    const first = can('createItem') && (
      <Button component={Link} to={'/items/new' as never} leftSection={<IconPlus size={16} />}>
        {t('items.new.title')}
      </Button>
    );
    return {
      id: 'items',
      title: t('shell.nav.items'),
      load,
      order: 'asc',
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/items/${id}`,
      searchLabel: t('items.search'),
      filters: filtersOf(t),
      views: [
        { name: t('states.item.active'), search: { active: 'true' } },
        { name: t('items.kinds.service'), search: { kind: 'service' } },
      ],
      ...(can('patchItem') ? { bulk: bulkOf(t) } : {}),
      actions: first,
      empty: { title: t('items.empty.title'), text: t('items.empty.text'), action: first },
    };
  }, [t, formats, can]);
  return <RecordList spec={spec} />;
}
