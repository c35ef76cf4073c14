import { useState } from 'react';
import { ACCOUNT_TYPES } from '#domain/finance/ledger/own-account.ts';
import { api, dataOf } from '../../api/client.ts';
import { text } from '../../list/columns.tsx';
import { choice, flag } from '../../list/filter-kinds.ts';
import { NewRecord } from '../../list/new-record.tsx';
import { RecordList } from '../../list/record-list.tsx';
import type { PageRequest } from '../../list/spec.ts';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { type Account, useAccountName } from './chart.ts';
import { NewAccountDialog } from './new-account.tsx';

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

const plan = ({ t, can }: ListContext, nameOf: (account: Account) => string, onAdd: () => void): ListPlan<Account> => ({
  id: 'accounts',
  title: t('books.chart.title'),
  load,
  order: 'asc',
  rowId: ({ code }) => code,
  href: ({ code }) => (can('getAccountLedger') ? `/accounts/${code}` : undefined),
  columns: [
    text('code', ({ code }) => code),
    text('name', nameOf),
    text('type', ({ type }) => t(`books.chart.types.${type}`), { header: t('books.chart.type') }),
    text('own', ({ own }) => t(own ? 'books.chart.own' : 'books.chart.ofPgc'), {
      header: t('books.chart.origin'),
      hide: 'narrow',
      cell: ({ own }) => (own ? <b>{t('books.chart.own')}</b> : <span className="dimmed">{t('books.chart.ofPgc')}</span>),
    }),
    text('state', ({ active }) => t(active ? 'books.chart.open' : 'books.chart.closed'), { hide: 'narrow' }),
  ],
  searchLabel: t('books.chart.search'),
  filters: [
    choice('type', t('books.chart.type'), ACCOUNT_TYPES, (type) => t(`books.chart.types.${type}`)),
    flag('own', t('books.chart.ownOnly')),
  ],
  views: [
    { name: t('books.chart.ownOnly'), search: { own: 'true' } },
    ...(['income', 'expense'] as const).map((type) => ({ name: t(`books.chart.types.${type}`), search: { type } })),
  ],
  actions: (
    <NewRecord needs="createAccount" onClick={onAdd}>
      {t('books.chart.add')}
    </NewRecord>
  ),
  empty: { title: t('books.chart.emptyTitle'), text: t('books.chart.emptyText') },
});

/** The chart of accounts: the PGC's and the company's own. */
export function Screen() {
  const [adding, setAdding] = useState(false);
  const nameOf = useAccountName();
  const spec = useList<Account>((context) => plan(context, nameOf, () => setAdding(true)), [nameOf]);
  return (
    <>
      <RecordList spec={spec} />
      {adding && <NewAccountDialog onClose={() => setAdding(false)} />}
    </>
  );
}
