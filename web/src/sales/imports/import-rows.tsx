import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { OUTCOMES } from '#domain/sales/imports/report.ts';
import { REASONS } from '#domain/sales/imports/rows.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec } from '../../list/spec.ts';
import { hrefOf } from '../../record/href.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type RowReason, type RowWords, useReasonText, useRowReason } from './reasons.ts';
import { ReportLinks } from './report-links.tsx';

type Row = Schemas['ReportRow'];
type T = ReturnType<typeof useT>;

const madeOf = ({ invoiceId, creditNoteId, orderId }: Row): string | undefined => invoiceId ?? creditNoteId ?? orderId;

const To = ({ id, label }: { readonly id: string | undefined; readonly label: string }) =>
  id ? <Link to={(hrefOf(id) ?? '/') as never}>{label}</Link> : null;
/** `inv_F2010-000007` → `F2010-000007`. */
const numberOf = (id = ''): string => id.slice(4);

const Reason = ({ short, more, english }: RowWords) => (
  <span title={[short, more].filter(Boolean).join(' ')}>
    {short}{' '}
    <small className="dimmed" {...(english ? { lang: 'en' } : {})}>
      {more}
    </small>
  </span>
);

const columnsOf = (t: T, { whole, decimal }: Formats, reasonOf: (row: RowReason) => RowWords): Column<Row>[] => [
  { id: 'line', header: t('imports.line'), cell: ({ line }) => whole(line), value: ({ line }) => line, indexed: true },
  { id: 'document', header: t('imports.document'), cell: ({ document }) => document, value: ({ document }) => document, hide: 'narrow' },
  { id: 'code', header: t('imports.fields.code'), cell: ({ code }) => code, value: ({ code = '' }) => code, hide: 'medium' },
  {
    id: 'quantity',
    header: t('imports.fields.quantity'),
    cell: ({ quantity }) => quantity && decimal(quantity),
    value: ({ quantity = '' }) => quantity,
    numeric: true,
    hide: 'medium',
  },
  {
    id: 'price',
    header: t('imports.fields.price'),
    cell: ({ price }) => price && decimal(price),
    value: ({ price = '' }) => price,
    numeric: true,
    hide: 'medium',
  },
  {
    id: 'outcome',
    header: t('imports.became'),
    cell: ({ outcome }) => <StateBadge kind="importRow" state={outcome} />,
    value: ({ outcome }) => t(`imports.outcome.${outcome}`),
  },
  {
    id: 'reason',
    header: t('imports.reason'),
    cell: (row) => row.reason && <Reason {...reasonOf(row)} />,
    value: (row) => {
      const { short = '', more } = row.reason ? reasonOf(row) : {};
      return [short, more].filter(Boolean).join(': ');
    },
  },
  {
    id: 'order',
    header: t('imports.order'),
    cell: ({ orderId }) => <To id={orderId} label={t('imports.openOrder')} />,
    value: ({ orderId = '' }) => orderId,
    hide: 'medium',
  },
  {
    id: 'invoice',
    header: t('imports.invoice'),
    cell: ({ invoiceId, creditNoteId }) => <To id={invoiceId ?? creditNoteId} label={numberOf(invoiceId ?? creditNoteId)} />,
    value: ({ invoiceId, creditNoteId }) => numberOf(invoiceId ?? creditNoteId),
    hide: 'narrow',
  },
];

/** What became of every row of the file, each linked to the record that came of it. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const reasonText = useReasonText();
  const reasonOf = useRowReason();
  const { importId } = useParams({ strict: false }) as { importId: string };
  const { data: record } = $api.useQuery('get', '/imports/{importId}', { params: { path: { importId } } });
  const reasons = record ? [...new Set([...Object.keys(record.notTaken), 'changed', 'unreferenced'])] : [...REASONS];
  const known = reasons.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts change with the language, which `t` stands for.
  const spec = useMemo(
    (): ListSpec<Row> => ({
      id: `imports.${importId}.rows`,
      title: t('imports.rowsOf', { file: record?.fileName ?? '' }),
      searchLabel: t('imports.findDocument'),
      load: ({ query: { q, ...query }, cursor, limit, signal }) =>
        api
          .GET('/imports/{importId}/rows', {
            params: {
              path: { importId },
              query: { ...query, ...(q ? { document: q } : {}), limit, ...(cursor ? { cursor } : {}) } as never,
            },
            signal,
          })
          .then(dataOf),
      columns: columnsOf(t, formats, reasonOf),
      rowId: ({ line, document }) => `${line}-${document}`,
      href: (row) => hrefOf(madeOf(row) ?? ''),
      filters: [
        {
          kind: 'choice',
          id: 'outcome',
          label: t('imports.became'),
          options: OUTCOMES.map((value) => ({ value, label: t(`imports.outcome.${value}`) })),
        },
        {
          kind: 'choice',
          id: 'reason',
          label: t('imports.reason'),
          options: known.split(' ').map((value) => ({ value, label: reasonText(value) })),
        },
      ],
      order: 'asc',
      views: OUTCOMES.filter((value) => value === 'not-taken' || value === 'returned').map((outcome) => ({
        name: t(`imports.outcome.${outcome}`),
        search: { outcome },
      })),
      actions: (
        <>
          <ReportLinks id={importId} />
          <Button component={Link} to={`/imports/${importId}` as never} variant="default">
            {t('imports.back')}
          </Button>
        </>
      ),
      empty: { title: t('imports.noRows.title'), text: t('imports.noRows.text') },
    }),
    [t, formats, importId, record?.fileName, known],
  );
  return <RecordList spec={spec} />;
}
