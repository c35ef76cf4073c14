import { Button, Group } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { RecordPage, type RecordPageProps, Section } from '../../record/record-page.tsx';
import { IconPrinter } from '../../ui/icons.ts';
import { CompanyOnPaper } from '../ledger/statement-head.tsx';
import own from '../receivables/ageing.module.css';
import { AgeingExport } from '../receivables/ageing-export.tsx';
import { AgeingTable } from '../receivables/ageing-table.tsx';

type Aged = Pick<Schemas['Payables'], 'date' | 'ageing' | 'overdue' | 'count'>;

interface Props<D extends Aged> extends Pick<RecordPageProps, 'query' | 'title'> {
  readonly data: D | undefined;
  readonly name: 'receivables-ageing' | 'payables-ageing';
  /** Where the open documents are. */
  readonly list: string;
  readonly listLabel: string;
  /** What is open in all. */
  readonly all: (data: D) => Schemas['Money'];
  /** What is set against each other, with the lists of it, and what it comes to. */
  readonly rows: (data: D) => readonly (readonly [string, ReactNode, Schemas['Money'], RowList?])[];
  readonly total: readonly [string, (data: D) => Schemas['Money']];
  /** Accounts that should come to the total: by code, with their name; whether what is owed is a credit on them. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly credit?: boolean;
  readonly agrees: string;
  readonly differs: (closing: string, difference: string) => string;
}

interface RowList {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}
/** The name of a figure that leads to the list of what is in it. */
export const RowLink = ({ to, search = {}, label }: RowList & { readonly label: ReactNode }) => (
  <Link to={to as never} search={search as never}>
    {label}
  </Link>
);

/** What is owed, by how late it is; beside it the same figure as the accounts have it. */
export function AgeingPage<D extends Aged>(props: Props<D>) {
  const { query, title, data, name, list, listLabel, all } = props;
  const t = useT();
  const { longDate } = useFormats();
  return (
    <RecordPage
      query={query}
      parent={{ to: list, label: listLabel }}
      title={title}
      subtitle={data && t('billing.ageing.on', { date: longDate(data.date) })}
    >
      {data && (
        <>
          <CompanyOnPaper />
          <Section
            title={t('billing.ageing.title')}
            actions={
              <Group className="no-print" gap="xs">
                <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
                  {t('billing.ageing.print')}
                </Button>
                <AgeingExport name={name} data={data} />
              </Group>
            }
          >
            <AgeingTable data={data} all={all(data)} list={list} />
          </Section>
          <Section title={t('billing.ageing.balance')}>
            <Balance {...props} data={data} />
          </Section>
        </>
      )}
    </RecordPage>
  );
}

/** Open documents less what is unapplied, beside what the books say. */
function Balance<D extends Aged>({ data, rows, total: [label, total], ...ledger }: Props<D> & { readonly data: D }) {
  const { money } = useFormats();
  return (
    <>
      <LinesTable>
        <tbody>
          {rows(data).map(([id, name, amount, list]) => (
            <tr key={id}>
              <th scope="row" className={own.age}>
                {list ? <RowLink {...list} label={name} /> : name}
              </th>
              <td className="amount">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{label}</th>
            <td className="amount">{money(total(data))}</td>
          </tr>
        </tfoot>
      </LinesTable>
      <Ledger {...ledger} date={data.date} total={centsOf(total(data))} />
    </>
  );
}

interface LedgerProps extends Pick<Props<Aged>, 'accounts' | 'credit' | 'agrees' | 'differs'> {
  readonly date: string;
  readonly total: number;
}

/** The accounts on the same day: the books agree with the open documents, or it is said by how much they do not. */
function Ledger({ accounts, credit, agrees, differs, date, total }: LedgerProps) {
  const { money } = useFormats();
  const closings = useQueries({
    queries: Object.keys(accounts).map((code) => ({
      queryKey: ['closing', code, date],
      queryFn: () => api.GET('/accounts/{code}/ledger', { params: { path: { code }, query: { to: date, limit: 1 } } }).then(dataOf),
    })),
  }).map(({ data }) => data?.closing);
  if (closings.some((closing) => closing === undefined)) return null;
  const sum = closings.reduce((cents, closing) => cents + (closing ? centsOf(closing) : 0), 0);
  const closing = credit ? -sum : sum;
  const difference = closing - total;
  return (
    <p role="status" className={difference === 0 ? own.good : own.warn}>
      {difference === 0 ? agrees : differs(money(euros(closing)), money(euros(difference)))}{' '}
      {Object.entries(accounts).map(([code, label], i) => (
        <Fragment key={code}>
          {i > 0 && ', '}
          <Link to={`/accounts/${code}` as never}>{label}</Link>
        </Fragment>
      ))}
    </p>
  );
}
