import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ENTRY_SOURCES } from '#domain/finance/ledger/wire.ts';
import { minorText } from '#kernel/money.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, Filter, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { cents, euros } from './amounts.ts';
import { useChart } from './chart.ts';
import styles from './ledger.module.css';
import { rangeOf } from './ranges.ts';
import { sourceName } from './sources.ts';

type Entry = Schemas['EntryDetail'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api
    .GET('/journal-entries', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal })
    .then(dataOf);

const accountsOf = ({ lines }: Entry): string => [...new Set(lines.map(({ account }) => account))].join(' · ');
const sumOf = ({ lines }: Entry) => lines.reduce((sum, { debit }) => sum + cents(debit), 0);

const columnsOf = (t: T, { date, money }: Formats): Column<Entry>[] => [
  { id: 'text', header: t('books.text'), cell: ({ text }) => <span className={styles.clip}>{text}</span>, value: ({ text }) => text },
  { id: 'date', header: t('books.date'), cell: (entry) => date(entry.date), value: (entry) => entry.date, indexed: true },
  {
    id: 'source',
    header: t('books.document'),
    cell: ({ source }) => sourceName(source, t),
    value: ({ source }) => sourceName(source, t),
    hide: 'narrow',
  },
  { id: 'accounts', header: t('books.journal.accounts'), cell: accountsOf, value: accountsOf, hide: 'medium' },
  {
    id: 'amount',
    header: t('books.amount'),
    cell: (entry) => money(euros(sumOf(entry))),
    value: (entry) => minorText(sumOf(entry)),
    numeric: true,
  },
];

/** Every entry of the books by its day, whatever posted it. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const filters = useFilters(t);
  const spec = useMemo(
    (): ListSpec<Entry> => ({
      id: 'journal',
      title: t('books.journal.title'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/journal/${id}`,
      searchLabel: t('books.journal.search'),
      filters,
      views: [
        { name: t('books.journal.manual'), search: { source: 'manual-entry' } },
        { name: t('books.journal.stock'), search: { source: 'goods-issue,goods-receipt,stock-adjustment' } },
        { name: t('books.journal.thisMonth'), search: { ...rangeOf('month', today()) } },
      ],
      actions: can('postEntry') && (
        <Button component={Link} to={'/journal/new' as never} leftSection={<IconPlus size={16} />}>
          {t('books.journal.add')}
        </Button>
      ),
      empty: { title: t('books.journal.emptyTitle'), text: t('books.journal.emptyText') },
    }),
    [t, formats, can, filters],
  );
  return <RecordList spec={spec} />;
}

function useFilters(t: T): readonly Filter[] {
  const { accounts, nameOf } = useChart();
  return useMemo(
    () => [
      {
        kind: 'choice',
        id: 'account',
        label: t('books.journal.account'),
        options: accounts.map((account) => ({ value: account.code, label: `${account.code} ${nameOf(account)}` })),
      },
      {
        kind: 'choice',
        id: 'source',
        label: t('books.journal.source'),
        options: ENTRY_SOURCES.map((value) => ({ value, label: t(`books.sources.${value}`) })),
      },
      { kind: 'dates', id: 'dates', label: t('lists.dates') },
    ],
    [t, accounts, nameOf],
  );
}
