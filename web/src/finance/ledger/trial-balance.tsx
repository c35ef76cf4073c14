import { Button, CloseButton, Loader, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { euros, exactCentsOf } from '../../api/money.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { type ColumnOf, money, text } from '../../list/columns.tsx';
import lists from '../../list/list.module.css';
import { useAccountNames } from '../../record/entry-table.tsx';
import { IconPrinter, IconSearch } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { BooksExport } from './books-export.tsx';
import styles from './ledger.module.css';
import { RangeBar } from './range-bar.tsx';
import { type Range, rangeOf } from './ranges.ts';
import { StatementHead } from './statement-head.tsx';
import { TrialTable } from './trial-table.tsx';
import { chosenRows, type TrialNode, trialTree, unfolded } from './trial-tree.ts';
import { useFiscalYears } from './use-fiscal-years.ts';

type TrialBalance = Schemas['TrialBalance'];
type T = ReturnType<typeof useT>;

/** The trial balance of any days, down to each entry: account → ledger → entry → document. */
export function Screen() {
  const t = useT();
  const { search, change } = useAddress();
  useTitle(t('books.trial.title'));
  const usual = rangeOf('year', search.date ?? today(), useFiscalYears());
  const range = { from: search.from ?? usual.from, to: search.date ?? usual.to };
  const query = $api.useQuery(
    'get',
    '/trial-balance',
    { params: { query: { from: range.from, date: range.to } } },
    // The balances follow a posting within a second or so: read again until they have.
    { refetchInterval: ({ state }) => (state.data?.complete === false ? 1500 : false), placeholderData: (before) => before },
  );
  const { shown, isOpen, toggle, hidden } = useTree(query.data);
  return (
    <div className={lists.list}>
      <StatementHead title={t('books.trial.title')} range={range} />
      <div className={lists.head}>
        <h1 id="list-title" className={styles.screenTitle}>
          {t('books.trial.title')}
        </h1>
        <Entries data={query.data} busy={query.isFetching} />
        <div className={lists.actions}>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('books.print')}
          </Button>
          <BooksExport
            id="trial-balance"
            columns={columnsOf(t)}
            rows={() => Promise.resolve(shown)}
            files={['trial-balance-csv', 'journal-csv', 'journal-hledger', 'books-proof']}
            range={range}
            sheet={{ name: 'trial-balance' }}
          />
        </div>
      </div>
      <RangeBar range={range} onChange={({ from, to }: Range) => change({ from, date: to })} />
      <Choices />
      <ProblemNote error={query.error} />
      {query.data && <Body data={query.data} shown={shown} range={range} isOpen={isOpen} onToggle={toggle} hidden={hidden} />}
    </div>
  );
}

function Entries({ data, busy }: { readonly data: TrialBalance | undefined; readonly busy: boolean }) {
  const t = useT();
  return (
    <span className="dimmed" role="status">
      {data ? t('books.trial.entries', { count: data.entries }) : t('shell.loading')} {busy && <Loader size={12} />}
    </span>
  );
}

interface BodyProps {
  readonly data: TrialBalance;
  readonly shown: readonly TrialNode[];
  readonly range: Range;
  readonly isOpen: (node: TrialNode) => boolean;
  readonly onToggle: (node: TrialNode) => void;
  readonly hidden: number;
}

function Body({ data, shown, hidden, ...table }: BodyProps) {
  const t = useT();
  const { money } = useFormats();
  const { debit, credit, closingDebit, closingCredit } = data.totals;
  const totals = {
    opening: data.rows.reduce((sum, row) => sum + exactCentsOf(row.opening), 0n),
    debit: exactCentsOf(debit),
    credit: exactCentsOf(credit),
    closingDebit: exactCentsOf(closingDebit),
    closingCredit: exactCentsOf(closingCredit),
  };
  if (data.rows.length === 0) return <Notice title={t('books.trial.empty')} text={t('books.trial.emptyText')} />;
  return (
    <>
      {shown.length === 0 ? <Notice title={t('books.trial.nothingFound')} /> : <TrialTable nodes={shown} totals={totals} {...table} />}
      <p className={styles.verdict} data-bad={!data.balanced || undefined} role="status">
        {data.balanced
          ? t('books.trial.balanced', { sum: money(debit), balance: money(closingDebit) })
          : t('books.trial.unbalanced', { debit: money(debit), credit: money(credit) })}{' '}
        {hidden > 0 && <span className="dimmed">{t('books.trial.hidden', { count: hidden })}</span>}
        {!data.complete && <span className="dimmed"> {t('books.behind')}</span>}
      </p>
    </>
  );
}

/** What is in sight, by the address: words, level, and the groups that were folded or unfolded by hand. */
function useTree(data: TrialBalance | undefined) {
  const t = useT();
  const { search, change } = useAddress();
  const nameOf = useAccountNames();
  const { q = '', hide, level = '9', turned = '' } = search;
  const byHand = new Set(turned.split(',').filter(Boolean));
  const rows = data ? chosenRows(data.rows, q, nameOf, hide === 'true') : [];
  const tree = trialTree(rows, nameOf, (group) => t(`books.groups.g${group}` as 'books.groups.g1'));
  const isOpen = ({ code, depth }: TrialNode) => q !== '' || (depth === 0 ? level !== '1' : level === '9') !== byHand.has(code);
  const toggle = ({ code }: TrialNode) => change({ turned: [...byHand.symmetricDifference(new Set([code]))].join(',') }, true);
  return { shown: unfolded(tree, isOpen), isOpen, toggle, hidden: data ? data.rows.length - rows.length : 0 };
}

function Choices() {
  const t = useT();
  const { search, change } = useAddress();
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  const levels = useMemo(() => (['1', '3', '9'] as const).map((value) => ({ value, label: t(`books.trial.level${value}`) })), [t]);
  const { q = '', level = '9', hide } = search;
  return (
    <search className={lists.filters}>
      <TextInput
        ref={input}
        className={lists.words}
        aria-label={t('books.trial.search')}
        placeholder={t('books.trial.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          q ? <CloseButton size={24} aria-label={t('lists.clearWords')} onClick={() => change({ q: '' }, true)} /> : <kbd>/</kbd>
        }
        value={q}
        onChange={(event) => change({ q: event.currentTarget.value }, true)}
      />
      <SegmentedControl
        aria-label={t('books.trial.level')}
        data={levels}
        value={level}
        onChange={(value) => change({ level: value === '9' ? '' : value, turned: '' }, true)}
      />
      <Switch
        label={t('books.trial.hideZero')}
        checked={hide === 'true'}
        onChange={(event) => change({ hide: event.currentTarget.checked ? 'true' : '' }, true)}
      />
    </search>
  );
}

const columnsOf = (t: T): readonly ColumnOf<TrialNode>[] => [
  text('code', ({ code }) => code, { header: t('books.account') }),
  text('name', ({ name }) => name),
  money('opening', ({ opening }) => euros(opening), { header: t('books.opening') }),
  money('debit', ({ debit }) => euros(debit), { header: t('books.debit') }),
  money('credit', ({ credit }) => euros(credit), { header: t('books.credit') }),
  money('closingDebit', ({ closingDebit }) => euros(closingDebit), { header: t('books.debitBalance') }),
  money('closingCredit', ({ closingCredit }) => euros(closingCredit), { header: t('books.creditBalance') }),
];
