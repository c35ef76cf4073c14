import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { INVOICE_STATES } from '#domain/finance/receivables/wire.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, Page, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AGES, hasAge } from './ages.ts';
import { downloadAll, receiveAll } from './invoice-bulk.tsx';
import { amountColumn, dateColumn, numberColumn, sharedFilters } from './list-parts.tsx';

type Invoice = Schemas['Invoice'];
type T = ReturnType<typeof useT>;

/** By age it is the open ones that are looked through: the API knows states, the console the ages of the ageing. */
const load = async ({ query: { age, ...query }, order, cursor, limit, signal }: PageRequest): Promise<Page<Invoice>> => {
  const asked = { ...query, ...(age ? { state: 'open' } : {}), order, limit, ...(cursor ? { cursor } : {}) };
  const { items, nextCursor } = await api.GET('/invoices', { params: { query: asked as never }, signal }).then(dataOf);
  return { items: age ? items.filter((invoice) => hasAge(invoice, age)) : items, ...(nextCursor ? { nextCursor } : {}) };
};

const columnsOf = (t: T, formats: Formats): Column<Invoice>[] => [
  numberColumn(t),
  dateColumn(t, formats, 'narrow'),
  {
    id: 'customer',
    header: t('billing.customer'),
    cell: ({ customer }) => customer.name,
    value: ({ customer }) => customer.name,
  },
  {
    id: 'state',
    header: t('billing.state'),
    cell: ({ state }) => <StateBadge kind="invoice" state={state} />,
    value: ({ state }) => t(`states.invoice.${state}`),
    hide: 'narrow',
  },
  {
    id: 'due',
    header: t('billing.dueDate'),
    cell: ({ dueDate }) => <span className="nowrap">{formats.date(dueDate)}</span>,
    value: ({ dueDate }) => dueDate,
    hide: 'medium',
  },
  amountColumn('gross', t('records.totals.gross'), ({ totals }) => totals.gross, formats, 'narrow'),
  amountColumn('open', t('billing.open'), ({ open }) => open, formats),
];

/** All invoices; what is overdue one click away, and paid from here. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo(
    (): ListSpec<Invoice> => ({
      id: 'invoices',
      title: t('shell.nav.invoices'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/invoices/${id}`,
      searchLabel: t('billing.invoices.search'),
      filters: [
        {
          kind: 'choice',
          id: 'state',
          label: t('billing.state'),
          options: INVOICE_STATES.map((value) => ({ value, label: t(`states.invoice.${value}`) })),
        },
        {
          kind: 'choice',
          id: 'age',
          label: t('billing.ageing.filter'),
          options: AGES.map((value) => ({ value, label: t(`billing.ageing.ages.${value}`) })),
        },
        ...sharedFilters(t),
      ],
      views: [
        { name: t('billing.invoices.views.open'), search: { state: 'open' } },
        { name: t('billing.invoices.views.overdue'), search: { state: 'overdue' } },
        { name: t('billing.invoices.views.paid'), search: { state: 'paid' } },
      ],
      bulk: [...(can('recordReceipt') ? [receiveAll(t, formats)] : []), downloadAll(t)],
      actions: can('createDraft') && (
        <Button component={Link} to={'/invoice-drafts/new' as never} leftSection={<IconPlus size={16} />}>
          {t('billing.drafts.new')}
        </Button>
      ),
      empty: { title: t('billing.invoices.empty.title'), text: t('billing.invoices.empty.text') },
    }),
    [t, formats, can],
  );
  return <RecordList spec={spec} />;
}
