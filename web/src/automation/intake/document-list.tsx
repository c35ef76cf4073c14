import { DOCUMENT_KINDS, DOCUMENT_STATES } from '#domain/automation/intake/intake-document.ts';
import type { Schemas } from '../../api/client.ts';
import { supplierFilter } from '../../finance/public.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, money, state, text } from '../../list/columns.tsx';
import { choice, dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { DocumentDrop } from './document-drop.tsx';
import { type FileQueue, useFileQueue } from './file-queue.ts';
import { readMoney } from './read-money.ts';
import { SentFiles } from './sent-files.tsx';

type Row = Schemas['DocumentRow'];

const total = ({ fields }: Row) => fields?.total && readMoney(fields.total.value, fields.currency?.value);

const plan =
  (sending: FileQueue) =>
  ({ t }: ListContext): ListPlan<Row> => ({
    id: 'documents',
    title: t('menu.documents'),
    load: load('/documents', { ordered: false }),
    href: '/documents',
    columns: [
      text('fileName', ({ fileName }) => fileName, { header: t('documents.fileName') }),
      state('intake-document', (row) => row.state),
      text('supplier', ({ fields }) => fields?.supplierName?.value ?? fields?.supplierTaxId?.value, {
        header: t('documents.supplier'),
        hide: 'medium',
      }),
      text('number', ({ fields }) => fields?.number?.value, { header: t('documents.number'), hide: 'narrow' }),
      dayOf('date', ({ date }) => date, { hide: 'narrow' }),
      money('total', total, { header: t('documents.total'), hide: 'medium' }),
      count('flags', ({ flags }) => flags.length, { header: t('documents.toLookAt') }),
    ],
    searchLabel: t('documents.search'),
    filters: [
      states('intake-document', DOCUMENT_STATES),
      choice('kind', t('documents.kind'), DOCUMENT_KINDS, (kind) => t(`documents.kinds.${kind}`)),
      supplierFilter(),
      dates(),
    ],
    views: [
      { name: t('states.intake-document.review'), search: { state: 'review' } },
      { name: t('states.intake-document.ready'), search: { state: 'ready' } },
    ],
    actions: <DocumentDrop sending={sending} />,
    summary: <SentFiles sending={sending} />,
    empty: { title: t('documents.empty.title'), text: t('documents.empty.text') },
  });

/** Every document that came in, newest first; files are dropped anywhere on the button. */
export function Screen() {
  const sending = useFileQueue();
  return <RecordList spec={useList(plan(sending), [sending])} />;
}
