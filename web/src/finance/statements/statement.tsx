import { Button, Loader, NativeSelect, Switch } from '@mantine/core';
import { STATEMENTS, type StatementName } from '#domain/finance/statements/model.ts';
import { isIsoDate, monthOf } from '#kernel/date.ts';
import type { FiscalRange } from '#kernel/fiscal-year.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { euros } from '../../api/money.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useDimensions } from '../../lines/dimension-column.tsx';
import { useAddress } from '../../list/address.ts';
import { type ColumnOf, money, text } from '../../list/columns.tsx';
import lists from '../../list/list.module.css';
import { DateField } from '../../ui/date-field.tsx';
import { IconPrinter } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { BooksExport } from '../ledger/books-export.tsx';
import ledger from '../ledger/ledger.module.css';
import { RangeBar } from '../ledger/range-bar.tsx';
import { firstDay, lastDay, type Range, rangeOf } from '../ledger/ranges.ts';
import { StatementHead } from '../ledger/statement-head.tsx';
import { useFiscalYears } from '../ledger/use-fiscal-years.ts';
import { StatementChanges } from './statement-changes.tsx';
import { type StatementRow, shownColumns, statementRows, yearBefore } from './statement-rows.ts';
import { StatementTable, useColumnHead } from './statement-table.tsx';

type Statement = Schemas['Statement'];
const MODELS = ['pymes', 'abbreviated', 'normal'] as const;

/** What the address says: which statement, by which model, of which days, compared or not. */
function useChoices() {
  const { search, change } = useAddress();
  const years = useFiscalYears();
  const usual = rangeOf('year', search.date ?? today(), years);
  const statement: StatementName = STATEMENTS.find((name) => name === search.statement) ?? 'balance-sheet';
  const model = MODELS.find((name) => name === search.model) ?? 'pymes';
  const range = rangeWithin(statement, { from: search.from ?? usual.from, to: search.date ?? usual.to }, years, Boolean(search.dimension));
  const compared = search.compared !== 'false';
  const dimension = statement === 'income-statement' ? search.dimension : undefined;
  const value = dimension === undefined ? undefined : search.value;
  const by = { ...(dimension === undefined ? {} : { dimension }), ...(value === undefined ? {} : { value }) };
  // Values stand beside each other: only one of them is compared.
  const past =
    compared && (dimension === undefined || value !== undefined)
      ? { comparedFrom: yearBefore(range.from), comparedDate: yearBefore(range.to) }
      : {};
  const knownAt = by.dimension === undefined ? momentOf(search.known) : undefined;
  const known = knownAt === undefined ? {} : { knownAt };
  return { search, change, statement, model, range, compared, past, by, known, whole: search.whole === 'true' };
}

/** The end of a day as it is where one looks, or a moment as it stands; what is still to come is now. */
function momentOf(known: string | undefined): string | undefined {
  const moment = new Date(isIsoDate(known ?? '') ? `${known}T23:59:59.999` : (known ?? ''));
  if (Number.isNaN(moment.getTime())) return undefined;
  return moment.getTime() > Date.now() ? undefined : moment.toISOString();
}

/** Cash flow and changes in equity are of one fiscal year: of a longer range, the last. By dimension, sums are of whole months. */
const rangeWithin = (statement: StatementName, { from, to }: Range, years: readonly FiscalRange[], byDimension: boolean): Range => {
  if (byDimension && statement === 'income-statement') return { from: firstDay(monthOf(from)), to: lastDay(monthOf(to)) };
  const year = rangeOf('year', to, years).from;
  const free = statement === 'balance-sheet' || statement === 'income-statement';
  return { from: free || from > year ? from : year, to };
};

/** The statements of annual accounts: line → account → ledger → entry → document. */
export function Screen() {
  const t = useT();
  const { statement, model, range, past, by, known, whole, change } = useChoices();
  const title = t(`statements.${statement}`);
  useTitle(title);
  const query = $api.useQuery(
    'get',
    '/statements/{statement}',
    { params: { path: { statement }, query: { model, from: range.from, date: range.to, ...past, ...by, ...known } } },
    // The balances follow a posting within a second or so: read again until they have.
    {
      refetchInterval: ({ state }) => (state.data?.complete === false ? 1500 : false),
      placeholderData: (before) => (before?.statement === statement ? before : undefined),
    },
  );
  return (
    <div className={lists.list}>
      <StatementHead title={title} range={range} />
      <Head title={title} data={query.data && shownColumns(query.data, whole)} busy={query.isFetching} />
      <RangeBar range={range} onChange={({ from, to }: Range) => change({ from, date: to })} />
      <Choices />
      <ProblemNote error={query.error} />
      {query.data && <Body data={shownColumns(query.data, whole)} title={title} />}
      {known.knownAt !== undefined && known.knownAt.slice(0, 10) > range.to && (
        <StatementChanges statement={statement} query={{ model, from: range.from, date: range.to, ...known }} />
      )}
    </div>
  );
}

function Head({ title, data, busy }: { readonly title: string; readonly data: Statement | undefined; readonly busy: boolean }) {
  const t = useT();
  const { statement, model, range, past, by, whole } = useChoices();
  const headOf = useColumnHead();
  const { rows } = useRows(data);
  return (
    <div className={lists.head}>
      <h1 id="list-title" className={ledger.screenTitle}>
        {title}
      </h1>
      <span className="dimmed" role="status">
        {data ? t('books.trial.entries', { count: data.entries }) : t('shell.loading')} {busy && <Loader size={12} />}
      </span>
      <div className={lists.actions}>
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
          {t('books.print')}
        </Button>
        <BooksExport
          id={data?.statement ?? 'balance-sheet'}
          columns={columnsOf(data, headOf)}
          rows={() => Promise.resolve(rows)}
          files={['trial-balance-csv', 'journal-csv', 'journal-hledger']}
          range={range}
          sheet={{ name: statement, query: { model, ...past, ...by, accounts: true, whole } }}
        />
      </div>
    </div>
  );
}

/** The rows in sight, by the address: what was unfolded by hand. */
function useRows(data: Statement | undefined) {
  const { search, change, whole } = useChoices();
  const open = new Set((search.open ?? '').split(',').filter(Boolean));
  const isOpen = (id: string) => open.has(id);
  const toggle = (id: string) => change({ open: [...open.symmetricDifference(new Set([id]))].join(',') }, true);
  const rows = statementRows(data?.lines ?? [], { english: useLanguage() === 'en', whole, isOpen });
  return { rows, isOpen, toggle };
}

function columnsOf(
  data: Statement | undefined,
  headOf: (column: Statement['columns'][number]) => string,
): readonly ColumnOf<StatementRow>[] {
  const amounts = (data?.columns ?? []).map((column, i) =>
    money<StatementRow>(column.id ?? column.date, ({ amounts: of }) => euros(of[i] ?? 0n), { header: headOf(column) }),
  );
  return [text('code', ({ code }) => code), text('name', ({ label }) => label), ...amounts];
}

function Body({ data, title }: { readonly data: Statement; readonly title: string }) {
  const t = useT();
  const { money: shown } = useFormats();
  const { rows, isOpen, toggle } = useRows(data);
  if (rows.length === 0 && data.unassigned.length === 0) return <Notice title={t('books.trial.empty')} text={t('books.trial.emptyText')} />;
  return (
    <>
      <StatementTable title={title} columns={data.columns} rows={rows} isOpen={isOpen} onToggle={toggle} />
      {data.unassigned.map(({ account, name, amounts: [amount] }) => (
        <p key={account} className={ledger.verdict} data-bad role="alert">
          {t('statements.unassigned', { account: `${account} ${name}`.trim(), amount: amount ? shown(amount) : '' })}
        </p>
      ))}
      {data.dimension && <p className="dimmed">{t('statements.byMonths')}</p>}
      <p className={ledger.verdict} data-bad={!data.balanced || undefined} role="status">
        {t(`statements.${data.balanced ? 'balanced' : 'unbalanced'}.${data.statement}`)}
        {!data.complete && <span className="dimmed"> {t('books.behind')}</span>}
      </p>
      {(data.statement === 'cash-flow-direct' || data.statement === 'cash-flow-indirect' || data.statement === 'equity-changes') && (
        <p className="dimmed">{t(`statements.made.${data.statement}`)}</p>
      )}
    </>
  );
}

function Choices() {
  const t = useT();
  const { search, statement, model, compared, by, whole, change } = useChoices();
  const isSideBySide = by.dimension !== undefined && by.value === undefined;
  return (
    <search className={lists.filters}>
      <NativeSelect
        aria-label={t('statements.which')}
        data={STATEMENTS.map((value) => ({ value, label: t(`statements.${value}`) }))}
        value={statement}
        onChange={(event) => change({ statement: event.currentTarget.value, open: '' }, true)}
      />
      {!statement.startsWith('cash-flow') && (
        <NativeSelect
          aria-label={t('statements.model')}
          data={MODELS.map((value) => ({ value, label: t(`statements.models.${value}`) }))}
          value={model}
          onChange={(event) => change({ model: event.currentTarget.value, open: '' }, true)}
        />
      )}
      {statement === 'income-statement' && <DimensionChoice />}
      <Switch
        label={t('statements.compare')}
        checked={compared && !isSideBySide}
        disabled={isSideBySide}
        onChange={(event) => change({ compared: event.currentTarget.checked ? '' : 'false' }, true)}
      />
      <Switch
        label={t('statements.whole')}
        checked={whole}
        onChange={(event) => change({ whole: event.currentTarget.checked ? 'true' : '' }, true)}
      />
      {by.dimension === undefined && (
        <DateField
          className={lists.date}
          label={t('statements.known')}
          value={(search.known ?? '').slice(0, 10)}
          max={today()}
          onChange={(known) => change({ known }, true)}
        />
      )}
    </search>
  );
}

/** By what the profit and loss account is divided: not, by a dimension, or of one value of it. */
function DimensionChoice() {
  const t = useT();
  const { by, change } = useChoices();
  const dimensions = useDimensions();
  if (dimensions.length === 0) return null;
  const chosen = dimensions.find(({ code }) => code === by.dimension);
  return (
    <>
      <NativeSelect
        aria-label={t('statements.by')}
        data={[
          { value: '', label: t('statements.everything') },
          ...dimensions.map(({ code, name }) => ({ value: code, label: t('statements.byName', { name }) })),
        ]}
        value={chosen?.code ?? ''}
        onChange={(event) => change({ dimension: event.currentTarget.value, value: '' }, true)}
      />
      {chosen && (
        <NativeSelect
          aria-label={t('statements.value')}
          data={[{ value: '', label: t('statements.allValues') }, ...chosen.values.map(({ code, name }) => ({ value: code, label: name }))]}
          value={by.value ?? ''}
          onChange={(event) => change({ value: event.currentTarget.value }, true)}
        />
      )}
    </>
  );
}
