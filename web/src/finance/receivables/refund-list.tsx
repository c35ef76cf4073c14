import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { documentName } from './documents.tsx';
import { amountColumn, customerColumn, dateColumn, numberColumn, sharedFilters } from './list-parts.tsx';
import { NewRefundDialog } from './new-refund.tsx';

type Refund = Schemas['Refund'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/refunds', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, formats: Formats): Column<Refund>[] => [
  numberColumn(t),
  dateColumn(t, formats, 'narrow'),
  customerColumn(t),
  {
    id: 'from',
    header: t('billing.refunds.from'),
    cell: ({ from }) => documentName(from, t),
    value: ({ from }) => documentName(from, t),
    hide: 'narrow',
  },
  {
    id: 'method',
    header: t('billing.method'),
    cell: ({ method }) => t(`billing.methods.${method}`),
    value: ({ method }) => t(`billing.methods.${method}`),
    hide: 'medium',
  },
  amountColumn('amount', t('billing.amount'), ({ amount }) => amount, formats),
];

/** All money paid back to customers. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const spec = useMemo(
    (): ListSpec<Refund> => ({
      id: 'refunds',
      title: t('shell.nav.refunds'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/refunds/${id}`,
      searchLabel: t('billing.refunds.search'),
      filters: sharedFilters(t),
      actions: can('recordRefund') && (
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {t('billing.refunds.new')}
        </Button>
      ),
      empty: { title: t('billing.refunds.empty.title'), text: t('billing.refunds.empty.text') },
    }),
    [t, formats, can],
  );
  return (
    <>
      <RecordList spec={spec} />
      {adding && <NewRefundDialog onClose={() => setAdding(false)} />}
    </>
  );
}
