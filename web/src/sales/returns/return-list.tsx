import { useMemo } from 'react';
import { RETURN_STATES } from '#domain/sales/returns/return.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

type Return = Schemas['Return'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/returns', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const numberOf = (orderId: string) => `P-${orderId.slice(4, 12)}`;

const columnsOf = (t: T, { date }: Formats): Column<Return>[] => [
  { id: 'number', header: t('returns.number'), cell: ({ number }) => number, value: ({ number }) => number },
  { id: 'date', header: t('orders.date'), cell: (ret) => date(ret.date), value: (ret) => ret.date, indexed: true },
  { id: 'customer', header: t('orders.customer'), cell: (ret) => ret.customerName, value: (ret) => ret.customerName, hide: 'narrow' },
  {
    id: 'state',
    header: t('orders.status'),
    cell: ({ state }) => <StateBadge kind="return" state={state} />,
    value: ({ state }) => t(`states.return.${state}`),
  },
  { id: 'order', header: t('returns.order'), cell: (ret) => numberOf(ret.orderId), value: (ret) => numberOf(ret.orderId), hide: 'medium' },
  { id: 'reason', header: t('actions.reason'), cell: ({ reason }) => reason, value: ({ reason }) => reason, hide: 'medium' },
];

/** Goods that customers send back: those on their way, and those whose credit waits to be paid back. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const spec = useMemo(
    (): ListSpec<Return> => ({
      id: 'returns',
      title: t('shell.nav.returns'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/returns/${id}`,
      searchLabel: t('returns.search'),
      filters: [
        {
          kind: 'choice',
          id: 'state',
          label: t('orders.status'),
          options: RETURN_STATES.map((value) => ({ value, label: t(`states.return.${value}`) })),
        },
        { kind: 'customer', id: 'customerId', label: t('orders.customer') },
        { kind: 'dates', id: 'dates', label: t('lists.dates') },
      ],
      views: [
        { name: t('returns.toReceive'), search: { awaits: 'receive' } },
        { name: t('returns.toRefund'), search: { awaits: 'refund' } },
      ],
      empty: { title: t('returns.empty.title'), text: t('returns.empty.text') },
    }),
    [t, formats],
  );
  return <RecordList spec={spec} />;
}
