import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { ACCOUNT_TYPES } from '#domain/finance/ledger/own-account.ts';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { type Account, useAccountName } from './chart.ts';
import { NewAccountDialog } from './new-account.tsx';

type T = ReturnType<typeof useT>;

/** The API gives the chart whole and finds words in it; the other filters are of this screen. */
const load = async ({ query: { q, type, own, active }, signal }: PageRequest) => {
  const { items } = await api.GET('/accounts', { params: { query: q ? { q } : {} }, signal }).then(dataOf);
  return {
    items: items.filter(
      (account) =>
        (type === undefined || account.type === type) &&
        (own !== 'true' || account.own) &&
        (active === undefined || String(account.active) === active),
    ),
  };
};

const columnsOf = (t: T, nameOf: (account: Account) => string): Column<Account>[] => [
  { id: 'code', header: t('books.chart.code'), cell: ({ code }) => code, value: ({ code }) => code },
  { id: 'name', header: t('books.chart.name'), cell: nameOf, value: nameOf },
  {
    id: 'type',
    header: t('books.chart.type'),
    cell: ({ type }) => t(`books.chart.types.${type}`),
    value: ({ type }) => t(`books.chart.types.${type}`),
  },
  {
    id: 'own',
    header: t('books.chart.origin'),
    cell: ({ own }) => (own ? <b>{t('books.chart.own')}</b> : <span className="dimmed">{t('books.chart.ofPgc')}</span>),
    value: ({ own }) => t(own ? 'books.chart.own' : 'books.chart.ofPgc'),
    hide: 'narrow',
  },
  {
    id: 'active',
    header: t('books.chart.state'),
    cell: ({ active }) => t(active ? 'books.chart.open' : 'books.chart.closed'),
    value: ({ active }) => t(active ? 'books.chart.open' : 'books.chart.closed'),
    hide: 'narrow',
  },
];

/** The chart of accounts: the PGC's and the company's own. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  const nameOf = useAccountName();
  const spec = useMemo(
    (): ListSpec<Account> => ({
      id: 'accounts',
      title: t('books.chart.title'),
      load,
      order: 'asc',
      columns: columnsOf(t, nameOf),
      rowId: ({ code }) => code,
      href: ({ code }) => `/accounts/${code}`,
      searchLabel: t('books.chart.search'),
      filters: [
        {
          kind: 'choice',
          id: 'type',
          label: t('books.chart.type'),
          options: ACCOUNT_TYPES.map((value) => ({ value, label: t(`books.chart.types.${value}`) })),
        },
        { kind: 'flag', id: 'own', label: t('books.chart.ownOnly') },
      ],
      views: [
        { name: t('books.chart.ownOnly'), search: { own: 'true' } },
        ...(['income', 'expense'] as const).map((type) => ({ name: t(`books.chart.types.${type}`), search: { type } })),
      ],
      actions: can('createAccount') && (
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {t('books.chart.add')}
        </Button>
      ),
      empty: { title: t('books.chart.emptyTitle'), text: t('books.chart.emptyText') },
    }),
    [t, can, nameOf],
  );
  return (
    <>
      <RecordList spec={spec} />
      {adding && <NewAccountDialog onClose={() => setAdding(false)} />}
    </>
  );
}
