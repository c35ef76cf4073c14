import type { Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { today } from '../../i18n/format.ts';
import { load } from '../../list/api-list.ts';
import { date, money, text } from '../../list/columns.tsx';
import { choice, dates } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { POSTING_KINDS } from '../../record/kinds.ts';
import { useChart } from './chart.ts';
import styles from './ledger.module.css';
import { rangeOf } from './ranges.ts';
import { sourceName } from './sources.ts';

type Entry = Schemas['EntryRow'];

const accountsOf = ({ lines }: Entry): string => [...new Set(lines.map(({ account }) => account))].join(' · ');
const sumOf = ({ lines }: Entry) => euros(lines.reduce((sum, { debit }) => sum + centsOf(debit), 0));

const plan = ({ t }: ListContext, { accounts, nameOf }: ReturnType<typeof useChart>): ListPlan<Entry> => ({
  id: 'journal',
  title: t('books.journal.title'),
  load: load('/journal-entries'),
  href: '/journal',
  columns: [
    text('text', (entry) => entry.text, { header: t('books.text'), cell: (entry) => <span className={styles.clip}>{entry.text}</span> }),
    date(),
    text('source', ({ source }) => sourceName(source, t), { header: t('books.document'), hide: 'narrow' }),
    text('accounts', accountsOf, { header: t('books.journal.accounts'), hide: 'medium' }),
    money('amount', sumOf),
  ],
  searchLabel: t('books.journal.search'),
  filters: [
    choice(
      'account',
      t('books.journal.account'),
      accounts.map(({ code }) => code),
      (code) => `${code} ${accounts.filter((account) => account.code === code).map(nameOf)}`,
    ),
    choice('source', t('books.journal.source'), POSTING_KINDS, (source) => t(`books.sources.${source}` as 'books.sources.invoice')),
    dates(),
  ],
  views: [
    { name: t('books.journal.manual'), search: { source: 'manual-entry' } },
    { name: t('books.journal.stock'), search: { source: 'goods-issue,goods-receipt,stock-adjustment' } },
    { name: t('books.journal.thisMonth'), search: { ...rangeOf('month', today()) } },
  ],
  create: { needs: 'postEntry', to: '/journal/new', label: t('books.journal.add') },
  empty: { title: t('books.journal.emptyTitle'), text: t('books.journal.emptyText') },
});

/** Every entry of the books by its day, whatever posted it. */
export function Screen() {
  const chart = useChart();
  return <RecordList spec={useList<Entry>((context) => plan(context, chart), [chart.accounts, chart.nameOf])} />;
}
