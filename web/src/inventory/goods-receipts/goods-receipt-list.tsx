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
import { StateBadge } from '../../ui/state-badge.tsx';
import { useWarehouseName } from '../stock/use-warehouses.ts';
import { nameOf, stateOf } from './receipt-rules.ts';

type Receipt = Schemas['GoodsReceipt'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api
    .GET('/goods-receipts', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal })
    .then(dataOf);

const columnsOf = (t: T, formats: Formats, warehouseName: (code: string) => string): Column<Receipt>[] => [
  { id: 'date', header: t('stock.date'), cell: ({ date }) => formats.date(date), value: ({ date }) => date, indexed: true },
  {
    id: 'reference',
    header: t('goodsReceipts.reference'),
    cell: (receipt) => nameOf(receipt, t),
    value: (receipt) => nameOf(receipt, t),
  },
  {
    id: 'origin',
    header: t('goodsReceipts.origin'),
    cell: ({ origin }) => t(`goodsReceipts.origins.${origin}`),
    value: ({ origin }) => t(`goodsReceipts.origins.${origin}`),
    hide: 'medium',
  },
  {
    id: 'warehouse',
    header: t('stock.warehouse'),
    cell: (row) => warehouseName(row.warehouse),
    value: (row) => warehouseName(row.warehouse),
    hide: 'medium',
  },
  {
    id: 'state',
    header: t('goodsReceipts.state'),
    cell: (receipt) => <StateBadge kind="goods-receipt" state={stateOf(receipt)} />,
    value: (receipt) => t(`states.goods-receipt.${stateOf(receipt)}`),
    hide: 'narrow',
  },
  {
    id: 'lines',
    header: t('records.lines'),
    cell: ({ lines }) => formats.whole(lines.length),
    value: ({ lines }) => lines.length,
    numeric: true,
    hide: 'medium',
  },
  { id: 'total', header: t('stock.total'), cell: ({ total }) => formats.money(total), value: ({ total }) => total.amount, numeric: true },
];

/** Everything that came in. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const warehouseName = useWarehouseName();
  const spec = useMemo((): ListSpec<Receipt> => {
    const first = can('receiveGoods') && (
      <Button component={Link} to={'/goods-receipts/new' as never} leftSection={<IconPlus size={16} />}>
        {t('goodsReceipts.new.action')}
      </Button>
    );
    return {
      id: 'goods-receipts',
      title: t('shell.nav.goodsReceipts'),
      load,
      columns: columnsOf(t, formats, warehouseName),
      rowId: ({ id }) => id,
      href: ({ id }) => `/goods-receipts/${id}`,
      searchLabel: t('goodsReceipts.search'),
      filters: [{ kind: 'dates', id: 'dates', label: t('lists.dates') }],
      actions: first,
      empty: { title: t('goodsReceipts.empty.title'), text: t('goodsReceipts.empty.text'), action: first },
    };
  }, [t, formats, can, warehouseName]);
  return <RecordList spec={spec} />;
}
