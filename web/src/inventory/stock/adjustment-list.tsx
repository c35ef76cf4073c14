import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { useWarehouseName } from './use-warehouses.ts';

type Adjustment = Schemas['Adjustment'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api
    .GET('/stock-adjustments', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal })
    .then(dataOf);

const columnsOf = (t: T, { date, decimal, money }: Formats, warehouseName: (code: string) => string): Column<Adjustment>[] => [
  { id: 'code', header: t('stock.item'), cell: ({ code }) => code, value: ({ code }) => code },
  { id: 'date', header: t('stock.date'), cell: (row) => date(row.date), value: (row) => row.date, indexed: true, hide: 'narrow' },
  {
    id: 'reason',
    header: t('stock.reason'),
    cell: ({ reason }) => t(`stock.reasons.${reason}`),
    value: ({ reason }) => t(`stock.reasons.${reason}`),
  },
  {
    id: 'warehouse',
    header: t('stock.warehouse'),
    cell: (row) => warehouseName(row.warehouse),
    value: (row) => warehouseName(row.warehouse),
    hide: 'medium',
  },
  { id: 'note', header: t('stock.note'), cell: ({ note }) => note, value: ({ note = '' }) => note, hide: 'medium' },
  { id: 'by', header: t('stock.by'), cell: ({ createdBy }) => createdBy, value: ({ createdBy }) => createdBy, hide: 'medium' },
  { id: 'quantity', header: t('stock.quantity'), cell: (row) => decimal(row.quantity), value: (row) => row.quantity, numeric: true },
  {
    id: 'value',
    header: t('stock.value'),
    cell: ({ value }) => money(value),
    value: ({ value }) => value.amount,
    numeric: true,
    hide: 'narrow',
  },
];

/** All corrections of the count. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const warehouseName = useWarehouseName();
  const spec = useMemo((): ListSpec<Adjustment> => {
    const first = can('adjustStock') && (
      <Button component={Link} to={'/stock-adjustments/new' as never} leftSection={<IconPlus size={16} />}>
        {t('stock.adjust.action')}
      </Button>
    );
    return {
      id: 'adjustments',
      title: t('shell.nav.adjustments'),
      load,
      columns: columnsOf(t, formats, warehouseName),
      rowId: ({ id }) => id,
      href: ({ itemId }) => `/stock/${itemId}`,
      searchLabel: t('stock.searchAdjustments'),
      filters: [
        { kind: 'item', id: 'itemId', label: t('stock.item') },
        { kind: 'dates', id: 'dates', label: t('lists.dates') },
      ],
      actions: first,
      empty: { title: t('stock.noAdjustments'), text: t('stock.noAdjustmentsText'), action: first },
    };
  }, [t, formats, can, warehouseName]);
  return <RecordList spec={spec} />;
}
