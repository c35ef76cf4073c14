import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DRAFT_STATES } from '#domain/finance/receivables/wire.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { numberOf } from './documents.tsx';
import { amountColumn, customerColumn, numberColumn, sharedFilters } from './list-parts.tsx';

type Draft = Schemas['Draft'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api
    .GET('/invoice-drafts', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal })
    .then(dataOf);

const columnsOf = (t: T, formats: Formats): Column<Draft>[] => [
  numberColumn(t),
  {
    id: 'made',
    header: t('billing.drafts.made'),
    cell: ({ createdAt }) => <span className="nowrap">{formats.moment(createdAt)}</span>,
    value: ({ createdAt }) => createdAt,
    indexed: true,
    hide: 'medium',
  },
  customerColumn(t),
  {
    id: 'state',
    header: t('billing.state'),
    cell: ({ state }) => <StateBadge kind="draft" state={state} />,
    value: ({ state }) => t(`states.draft.${state}`),
    hide: 'narrow',
  },
  {
    id: 'invoice',
    header: t('billing.drafts.issuedAs'),
    cell: ({ invoiceId }) => (invoiceId ? numberOf(invoiceId) : ''),
    value: ({ invoiceId }) => (invoiceId ? numberOf(invoiceId) : ''),
    hide: 'medium',
  },
  amountColumn('gross', t('records.totals.gross'), ({ totals }) => totals.gross, formats),
];

/** Invoices in the making, and what became of them. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo(
    (): ListSpec<Draft> => ({
      id: 'invoice-drafts',
      title: t('shell.nav.drafts'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/invoice-drafts/${id}`,
      searchLabel: t('billing.drafts.search'),
      filters: [
        {
          kind: 'choice',
          id: 'state',
          label: t('billing.state'),
          options: DRAFT_STATES.map((value) => ({ value, label: t(`states.draft.${value}`) })),
        },
        ...sharedFilters(t),
      ],
      views: [
        { name: t('billing.drafts.views.draft'), search: { state: 'draft' } },
        { name: t('billing.drafts.views.issued'), search: { state: 'issued' } },
      ],
      actions: can('createDraft') && (
        <Button component={Link} to={'/invoice-drafts/new' as never} leftSection={<IconPlus size={16} />}>
          {t('billing.drafts.new')}
        </Button>
      ),
      empty: { title: t('billing.drafts.empty.title'), text: t('billing.drafts.empty.text') },
    }),
    [t, formats, can],
  );
  return <RecordList spec={spec} />;
}
