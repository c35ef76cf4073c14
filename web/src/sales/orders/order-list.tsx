import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ORDER_STATUSES } from '#domain/sales/orders/progress.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { cancelAll, invoiceAll, shipAll } from './order-bulk.tsx';

type Order = Schemas['Order'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/orders', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, { date, money }: Formats): Column<Order>[] => [
  { id: 'number', header: t('orders.number'), cell: ({ number }) => number, value: ({ number }) => number },
  { id: 'date', header: t('orders.date'), cell: (order) => date(order.date), value: (order) => order.date, indexed: true },
  { id: 'customer', header: t('orders.customer'), cell: ({ customerName }) => customerName, value: ({ customerName }) => customerName },
  {
    id: 'status',
    header: t('orders.status'),
    cell: ({ status }) => <StateBadge kind="order" state={status} />,
    value: ({ status }) => t(`states.order.${status}`),
  },
  {
    id: 'reference',
    header: t('orders.reference'),
    cell: ({ reference }) => reference,
    value: ({ reference = '' }) => reference,
    hide: 'medium',
  },
  {
    id: 'lines',
    header: t('orders.lineCount'),
    cell: ({ lines }) => lines.length,
    value: ({ lines }) => lines.length,
    numeric: true,
    hide: 'medium',
  },
  {
    id: 'gross',
    header: t('records.totals.gross'),
    cell: ({ totals }) => money(totals.gross),
    value: ({ totals }) => totals.gross.amount,
    numeric: true,
    hide: 'narrow',
  },
];

/** All orders, with those to ship one click away. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo(
    (): ListSpec<Order> => ({
      id: 'orders',
      title: t('shell.nav.orders'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/orders/${id}`,
      searchLabel: t('orders.search'),
      filters: [
        {
          kind: 'choice',
          id: 'status',
          label: t('orders.status'),
          options: ORDER_STATUSES.map((value) => ({ value, label: t(`states.order.${value}`) })),
        },
        { kind: 'customer', id: 'customerId', label: t('orders.customer') },
        { kind: 'dates', id: 'dates', label: t('lists.dates') },
      ],
      views: [
        { name: t('orders.views.toShip'), search: { status: 'placed,partly-shipped' } },
        { name: t('orders.views.toInvoice'), search: { status: 'shipped' } },
        { name: t('orders.views.toCollect'), search: { status: 'invoiced' } },
        { name: t('orders.views.quotes'), search: { status: 'quote' } },
      ],
      bulk: [
        ...(can('shipOrder') ? [shipAll(t)] : []),
        ...(can('invoiceOrder') ? [invoiceAll(t)] : []),
        ...(can('cancelOrder') ? [cancelAll(t)] : []),
      ],
      actions: can('placeOrder') && (
        <Button component={Link} to={'/orders/new' as never} leftSection={<IconPlus size={16} />}>
          {t('orders.new.title')}
        </Button>
      ),
      empty: { title: t('orders.empty.title'), text: t('orders.empty.text') },
    }),
    [t, formats, can],
  );
  return <RecordList spec={spec} />;
}
