import { Badge, Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import record from '../../record/record.module.css';
import { RecordActions } from '../../record/record-actions.tsx';
import { IconPrinter } from '../../ui/icons.ts';
import { NotFoundScreen } from '../../ui/not-found-screen.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { type AccountDialog, AccountDialogs, accountActions } from './account-actions.tsx';
import { BooksExport } from './books-export.tsx';
import { useChart } from './chart.ts';
import styles from './ledger.module.css';
import { ledgerColumns } from './ledger-columns.ts';
import { LedgerTable } from './ledger-table.tsx';
import { RangeBar } from './range-bar.tsx';
import { type Range, rangeOf } from './ranges.ts';
import { StatementHead } from './statement-head.tsx';
import { useFiscalYears } from './use-fiscal-years.ts';
import { type LedgerRead, useLedger } from './use-ledger.ts';

/** One account between two days: where it stood, each line with its running balance, where it stands. */
export function Screen() {
  const t = useT();
  const { code } = useParams({ strict: false }) as { code: string };
  const { search, change } = useAddress();
  const usual = rangeOf('year', search.to ?? today(), useFiscalYears());
  const range = { from: search.from ?? usual.from, to: search.to ?? usual.to };
  const ledger = useLedger(code, range);
  const account = $api.useQuery('get', '/accounts/{code}', { params: { path: { code } } });
  const { nameOf } = useChart();
  const name = account.data ? `${code} ${nameOf(account.data)}` : code;
  useTitle(name);
  if (isProblem(account.error) && [400, 404].includes(account.error.status)) return <NotFoundScreen />;
  return (
    <div className={lists.list}>
      <nav aria-label={t('records.path')} className={`${record.path} no-print`}>
        <Link to={'/trial-balance' as never} search={{ from: range.from, date: range.to } as never}>
          {t('books.ledger.toTrial')}
        </Link>
      </nav>
      <StatementHead title={t('books.ledger.title', { account: name })} range={range} />
      <Head name={name} account={account.data} ledger={ledger} range={range} />
      <RangeBar range={range} onChange={({ from, to }: Range) => change({ from, to })} />
      <ProblemNote error={ledger.error} />
      {ledger.first && <LedgerTable id={`ledger-${code}`} ledger={ledger} range={range} />}
    </div>
  );
}

interface HeadProps {
  readonly name: string;
  readonly account: Schemas['Account'] | undefined;
  readonly ledger: LedgerRead;
  readonly range: Range;
}

function Head({ name, account, ledger, range }: HeadProps) {
  const t = useT();
  const { money } = useFormats();
  const [activeDialog, setActiveDialog] = useState<AccountDialog>();
  const count = t('books.ledger.lines', { count: ledger.lines.length });
  return (
    <div className={lists.head}>
      <h1 id="list-title" className={styles.screenTitle}>
        {name}
      </h1>
      {account?.own && (
        <Badge variant="light" color="gray">
          {t(account.active ? 'books.chart.own' : 'books.chart.closed')}
        </Badge>
      )}
      {account?.held && <Badge variant="light">{t('currencies.held', { amount: money(account.held) })}</Badge>}
      <span className="dimmed" role="status">
        {ledger.first ? (ledger.complete ? count : t('books.ledger.more', { count: ledger.lines.length })) : t('shell.loading')}
      </span>
      <div className={lists.actions}>
        {account?.own && <RecordActions actions={accountActions(account, t, setActiveDialog)} />}
        <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => void ledger.readAll().then(() => window.print())}>
          {t('books.print')}
        </Button>
        <BooksExport
          id={`ledger-${account?.code}`}
          columns={ledgerColumns(t)}
          rows={ledger.readAll}
          files={['journal-csv']}
          range={range}
          {...(account ? { sheet: { name: 'account-ledger', query: { account: account.code } } } : {})}
        />
      </div>
      {account && <AccountDialogs account={account} dialog={activeDialog} onClose={() => setActiveDialog(undefined)} />}
    </div>
  );
}
