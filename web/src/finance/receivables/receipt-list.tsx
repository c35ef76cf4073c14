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
import { amountColumn, customerColumn, dateColumn, numberColumn, sharedFilters } from './list-parts.tsx';
import { receiptState } from './receipt-rules.ts';

type Receipt = Schemas['Receipt'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/receipts', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, formats: Formats): Column<Receipt>[] => [
  numberColumn(t),
  dateColumn(t, formats, 'narrow'),
  customerColumn(t),
  {
    id: 'method',
    header: t('billing.method'),
    cell: ({ method }) => t(`billing.methods.${method}`),
    value: ({ method }) => t(`billing.methods.${method}`),
    hide: 'medium',
  },
  {
    id: 'reference',
    header: t('billing.reference'),
    cell: ({ reference }) => reference,
    value: ({ reference = '' }) => reference,
    hide: 'medium',
  },
  {
    id: 'state',
    header: t('billing.state'),
    cell: (receipt) => <StateBadge kind="receipt" state={receiptState(receipt)} />,
    value: (receipt) => t(`states.receipt.${receiptState(receipt)}`),
    hide: 'narrow',
  },
  amountColumn('amount', t('billing.amount'), ({ amount }) => amount, formats),
  amountColumn('open', t('billing.allocations.unapplied'), ({ open }) => open, formats, 'narrow'),
];

/** All money received; what no invoice has taken yet one click away. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo(
    (): ListSpec<Receipt> => ({
      id: 'receipts',
      title: t('shell.nav.receipts'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/receipts/${id}`,
      searchLabel: t('billing.receipts.search'),
      filters: [...sharedFilters(t), { kind: 'flag', id: 'open', label: t('billing.onlyOpen') }],
      views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
      actions: can('recordReceipt') && (
        <Button component={Link} to={'/receipts/new' as never} leftSection={<IconPlus size={16} />}>
          {t('billing.receipts.new')}
        </Button>
      ),
      empty: { title: t('billing.receipts.empty.title'), text: t('billing.receipts.empty.text') },
    }),
    [t, formats, can],
  );
  return <RecordList spec={spec} />;
}
