import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { OUTCOMES } from '#domain/sales/imports/report.ts';
import { REASONS } from '#domain/sales/imports/rows.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { quantity, text } from '../../list/columns.tsx';
import { choice } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { hrefOf, numberOf } from '../../record/kinds.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type RowReason, type RowWords, useReasonText, useRowReason } from './reasons.ts';
import { ReportLinks } from './report-links.tsx';

type Row = Schemas['ReportRow'];

const madeOf = ({ invoiceId, creditNoteId, orderId }: Row): string | undefined => invoiceId ?? creditNoteId ?? orderId;

const To = ({ id, label }: { readonly id: string | undefined; readonly label: string }) =>
  id ? <Link to={(hrefOf(id) ?? '/') as never}>{label}</Link> : null;

const reasonWords = ({ short, more }: RowWords): string => [short, more].filter(Boolean).join(': ');

const Reason = ({ short, more, english }: RowWords) => (
  <span title={[short, more].filter(Boolean).join(' ')}>
    {short}{' '}
    <small className="dimmed" {...(english ? { lang: 'en' } : {})}>
      {more}
    </small>
  </span>
);

interface Around {
  readonly importId: string;
  readonly fileName: string;
  readonly reasons: readonly string[];
  readonly reasonText: (code: string) => string;
  readonly reasonOf: (row: RowReason) => RowWords;
}

/** The API finds a document by its number, not by words. */
const loadRows =
  (importId: string): ListPlan<Row>['load'] =>
  ({ query: { q, ...query }, ...request }) =>
    load('/imports/{importId}/rows', { ordered: false, params: { importId } })({
      query: { ...query, ...(q ? { document: q } : {}) },
      ...request,
    });

const columnsOf = ({ t }: ListContext, reasonOf: Around['reasonOf']): ListPlan<Row>['columns'] => [
  text('line', ({ line }) => String(line), { header: t('imports.line'), indexed: true, cell: ({ line }, { whole }) => whole(line) }),
  text('document', ({ document }) => document, { header: t('imports.document'), hide: 'narrow' }),
  text('item', ({ code }) => code, { hide: 'medium' }),
  quantity('quantity', (row) => row.quantity, { hide: 'medium' }),
  quantity('price', ({ price }) => price, { header: t('imports.fields.price'), hide: 'medium' }),
  text('outcome', ({ outcome }) => t(`imports.outcome.${outcome}`), {
    header: t('imports.became'),
    cell: ({ outcome }) => <StateBadge kind="importRow" state={outcome} />,
  }),
  text('reason', (row) => row.reason && reasonWords(reasonOf(row)), { cell: (row) => row.reason && <Reason {...reasonOf(row)} /> }),
  text('order', ({ orderId }) => orderId, { hide: 'medium', cell: ({ orderId }) => <To id={orderId} label={t('imports.openOrder')} /> }),
  text('invoice', (row) => numberOf(row.invoiceId ?? row.creditNoteId ?? ''), {
    header: t('imports.invoice'),
    hide: 'narrow',
    cell: ({ invoiceId, creditNoteId }) => <To id={invoiceId ?? creditNoteId} label={numberOf(invoiceId ?? creditNoteId ?? '')} />,
  }),
];

const plan = (context: ListContext, { importId, fileName, reasons, reasonText, reasonOf }: Around): ListPlan<Row> => {
  const { t } = context;
  return {
    id: `imports.${importId}.rows`,
    title: t('imports.rowsOf', { file: fileName }),
    load: loadRows(importId),
    order: 'asc',
    rowId: ({ line, document }) => `${line}-${document}`,
    href: (row) => hrefOf(madeOf(row) ?? ''),
    columns: columnsOf(context, reasonOf),
    searchLabel: t('imports.findDocument'),
    filters: [
      choice('outcome', t('imports.became'), OUTCOMES, (outcome) => t(`imports.outcome.${outcome}`)),
      choice('reason', t('imports.reason'), reasons, reasonText),
    ],
    views: (['not-taken', 'returned'] as const).map((outcome) => ({ name: t(`imports.outcome.${outcome}`), search: { outcome } })),
    actions: (
      <>
        <ReportLinks id={importId} />
        <Button component={Link} to={`/imports/${importId}` as never} variant="default">
          {t('imports.back')}
        </Button>
      </>
    ),
    empty: { title: t('imports.noRows.title'), text: t('imports.noRows.text') },
  };
};

/** What became of every row of the file, each linked to the record that came of it. */
export function Screen() {
  const reasonText = useReasonText();
  const reasonOf = useRowReason();
  const { importId } = useParams({ strict: false }) as { importId: string };
  const { data: record } = $api.useQuery('get', '/imports/{importId}', { params: { path: { importId } } });
  const reasons = record ? [...new Set([...Object.keys(record.notTaken), 'changed', 'unreferenced'])] : [...REASONS];
  const around = { importId, fileName: record?.fileName ?? '', reasons, reasonText, reasonOf };
  return <RecordList spec={useList<Row>((context) => plan(context, around), [importId, record?.fileName, reasons.join(' ')])} />;
}
