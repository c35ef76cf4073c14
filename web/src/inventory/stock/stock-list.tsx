import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { AdjustStockDialog } from './adjust-stock.tsx';
import styles from './stock.module.css';
import { useWarehouseName, useWarehouses, warehouseChoice } from './use-warehouses.ts';
import { Valuation } from './valuation.tsx';

type Stock = Schemas['Stock'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/stock', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const isShort = ({ available }: Stock) => available.startsWith('-');

const columnsOf = (t: T, { decimal, money, price }: Formats, warehouseName: (code: string) => string): Column<Stock>[] => [
  { id: 'code', header: t('stock.code'), cell: ({ code }) => code, value: ({ code }) => code, indexed: true },
  { id: 'name', header: t('stock.name'), cell: ({ name }) => name, value: ({ name }) => name, hide: 'narrow' },
  {
    id: 'warehouse',
    header: t('stock.warehouse'),
    cell: (row) => warehouseName(row.warehouse),
    value: (row) => warehouseName(row.warehouse),
    hide: 'medium',
  },
  { id: 'onHand', header: t('stock.onHand'), cell: ({ onHand }) => decimal(onHand), value: ({ onHand }) => onHand, numeric: true },
  {
    id: 'reserved',
    header: t('stock.reserved'),
    cell: ({ reserved }) => decimal(reserved),
    value: ({ reserved }) => reserved,
    numeric: true,
    hide: 'narrow',
  },
  {
    id: 'available',
    header: t('stock.available'),
    cell: (row) => <span className={isShort(row) ? styles.short : undefined}>{decimal(row.available)}</span>,
    value: ({ available }) => available,
    numeric: true,
  },
  {
    id: 'averageCost',
    header: t('stock.averageCost'),
    cell: ({ averageCost }) => price(averageCost),
    value: ({ averageCost }) => averageCost,
    numeric: true,
    hide: 'medium',
  },
  {
    id: 'value',
    header: t('stock.value'),
    cell: ({ value }) => money(value),
    value: ({ value }) => value.amount,
    numeric: true,
    hide: 'narrow',
  },
];

function Steps({ onAdjust }: { readonly onAdjust: () => void }) {
  const t = useT();
  const can = useCan();
  return (
    <>
      {can('adjustStock') && (
        <Button variant="default" onClick={onAdjust}>
          {t('stock.adjust.action')}
        </Button>
      )}
      {can('receiveGoods') && (
        <Button component={Link} to={'/goods-receipts/new' as never} leftSection={<IconPlus size={16} />}>
          {t('goodsReceipts.new.action')}
        </Button>
      )}
    </>
  );
}

/** What is on hand and what is promised, in one warehouse after the other, and what all of it is worth. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const warehouses = useWarehouses();
  const warehouseName = useWarehouseName();
  const [adjusting, setAdjusting] = useState(false);
  const spec = useMemo(
    (): ListSpec<Stock> => ({
      id: 'stock',
      title: t('shell.nav.stock'),
      load,
      order: 'asc',
      columns: columnsOf(t, formats, warehouseName),
      rowId: ({ itemId, warehouse }) => `${itemId}.${warehouse}`,
      href: ({ itemId }) => `/stock/${itemId}`,
      searchLabel: t('stock.search'),
      filters: [
        { kind: 'choice', id: 'warehouse', label: t('stock.inMain'), options: warehouses.map(warehouseChoice) },
        { kind: 'flag', id: 'short', label: t('stock.short') },
      ],
      views: [{ name: t('stock.short'), search: { short: 'true' } }],
      summary: <Valuation />,
      actions: <Steps onAdjust={() => setAdjusting(true)} />,
      empty: { title: t('stock.empty.title'), text: t('stock.empty.text') },
    }),
    [t, formats, warehouses, warehouseName],
  );
  return (
    <>
      <RecordList spec={spec} />
      {adjusting && <AdjustStockDialog onClose={() => setAdjusting(false)} />}
    </>
  );
}
