import { Button, Loader, NativeSelect, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TaxFileKind } from '#domain/finance/tax/tax-file.ts';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { pageOf } from '../../record/kinds.ts';
import { useCan } from '../../session/session.ts';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import ledger from '../ledger/ledger.module.css';
import { quarterOf, quartersUntil } from './periods.ts';
import styles from './tax-return.module.css';

const PAGE = 100;
const ASK_AGAIN_MS = 3000;
type Row = Schemas['TaxBook']['items'][number];

/** The registers of VAT: what was issued and received in a quarter, line by line, and as files. */
export function Screen() {
  const t = useT();
  const { search, change } = useAddress();
  useTitle(t('taxBooks.title'));
  const period = search.period ?? quarterOf(today());
  const book = search.book === 'received' ? 'received' : 'issued';
  const query = useInfiniteQuery({
    queryKey: ['get', '/tax-books/{book}', book, period],
    queryFn: async ({ pageParam }) =>
      dataOf(
        await api.GET('/tax-books/{book}', {
          params: { path: { book }, query: { period, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={lists.list}>
      <div className={lists.head}>
        <h1 id="list-title" className={ledger.screenTitle}>
          {t('taxBooks.title')}
        </h1>
        <span className="dimmed" role="status">
          {query.data ? t('taxBooks.count', { count: rows.length }) : t('shell.loading')}
        </span>
        <div className={lists.actions}>
          <Files period={period} />
        </div>
      </div>
      <search className={lists.filters}>
        <SegmentedControl
          aria-label={t('taxBooks.book')}
          data={(['issued', 'received'] as const).map((value) => ({ value, label: t(`taxBooks.books.${value}`) }))}
          value={book}
          onChange={(value) => change({ book: value }, true)}
        />
        <NativeSelect
          aria-label={t('tax.period')}
          data={quartersUntil(today(), 8).map((value) => ({
            value,
            label: t('tax.quarter', { quarter: value.slice(5, 6), year: value.slice(0, 4) }),
          }))}
          value={period}
          onChange={(event) => change({ period: event.currentTarget.value }, true)}
        />
      </search>
      <ProblemNote error={query.error} />
      <Rows rows={rows} />
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('taxBooks.more')}
        </Button>
      )}
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const t = useT();
  const { date, money, percent } = useFormats();
  if (rows.length === 0) return <p>{t('tax.none')}</p>;
  const heads = ['date', 'number', 'party', 'taxId', 'code'] as const;
  return (
    <div className={styles.draft}>
      <table className={`${lists.table} ${ledger.figures}`}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`taxBooks.heads.${head}`)}
              </th>
            ))}
            {(['base', 'tax', 'deductible', 'total'] as const).map((head) => (
              <th key={head} scope="col" className="amount">
                {t(`taxBooks.heads.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.id}-${row.code}-${row.percent}`}>
              <td>{date(row.declaredOn)}</td>
              <th scope="row">
                <Link to={pageOf(row.id) as never}>{row.number}</Link>
              </th>
              <td>{row.party}</td>
              <td>{row.taxId ?? '–'}</td>
              <td>
                {row.code} · {percent(row.percent)}
              </td>
              <td className="amount">{money(row.base)}</td>
              <td className="amount">{money(row.tax)}</td>
              <td className="amount">{money(row.deductible)}</td>
              <td className="amount">{money(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KINDS = ['vat-books-xlsx', 'vat-issued-csv', 'vat-received-csv', 'adviser-zip'] as const satisfies readonly TaxFileKind[];

/** The registers as AEAT takes them, and all that an adviser asks for. */
function Files({ period }: { readonly period: string }) {
  const t = useT();
  const can = useCan();
  const problem = useProblemText();
  const [busy, setBusy] = useState<TaxFileKind>();
  if (!can('createTaxFile')) return null;
  const fetchFile = async (kind: TaxFileKind) => {
    const { header } = sending({ dryRun: false, key: crypto.randomUUID() });
    let file = dataOf(await api.POST('/tax-files', { params: { header }, body: { kind, period } }));
    if (file.state === 'preparing') notifications.show({ message: t('books.export.preparing') });
    while (file.state === 'preparing') {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      file = dataOf(await api.GET('/tax-files/{taxFileId}', { params: { path: { taxFileId: file.id } } }));
    }
    const link = document.createElement('a');
    link.href = file.url ?? '';
    link.click();
    notifications.show({ message: t('taxBooks.done', { count: file.lines ?? 0 }), color: 'teal' });
  };
  const start = (kind: TaxFileKind) => {
    setBusy(kind);
    void fetchFile(kind)
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }))
      .finally(() => setBusy(undefined));
  };
  return KINDS.map((kind) => (
    <Button
      key={kind}
      variant="default"
      disabled={busy !== undefined}
      leftSection={busy === kind ? <Loader size={16} /> : <IconDownload size={16} />}
      onClick={() => start(kind)}
    >
      {t(`taxBooks.files.${kind}`)}
    </Button>
  ));
}
