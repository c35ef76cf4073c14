import { useMemo } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { creditNoteState } from './credit-note-rules.ts';
import { numberOf } from './documents.tsx';
import { amountColumn, dateColumn, numberColumn, sharedFilters } from './list-parts.tsx';

type CreditNote = Schemas['CreditNote'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/credit-notes', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, formats: Formats): Column<CreditNote>[] => [
  numberColumn(t),
  dateColumn(t, formats, 'narrow'),
  { id: 'customer', header: t('billing.customer'), cell: ({ customer }) => customer.name, value: ({ customer }) => customer.name },
  {
    id: 'corrects',
    header: t('billing.creditNotes.corrects'),
    cell: ({ corrects }) => (corrects ? numberOf(corrects) : ''),
    value: ({ corrects }) => (corrects ? numberOf(corrects) : ''),
    hide: 'medium',
  },
  { id: 'reason', header: t('actions.reason'), cell: ({ reason }) => reason, value: ({ reason }) => reason, hide: 'medium' },
  {
    id: 'state',
    header: t('billing.state'),
    cell: (note) => <StateBadge kind="creditNote" state={creditNoteState(note)} />,
    value: (note) => t(`states.creditNote.${creditNoteState(note)}`),
    hide: 'narrow',
  },
  amountColumn('gross', t('records.totals.gross'), ({ totals }) => totals.gross, formats),
  amountColumn('open', t('billing.allocations.unapplied'), ({ open }) => open, formats, 'narrow'),
];

/** All credit notes; what no invoice has taken yet one click away. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const spec = useMemo(
    (): ListSpec<CreditNote> => ({
      id: 'credit-notes',
      title: t('shell.nav.creditNotes'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/credit-notes/${id}`,
      searchLabel: t('billing.creditNotes.search'),
      filters: [...sharedFilters(t), { kind: 'flag', id: 'open', label: t('billing.onlyOpen') }],
      views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
      empty: { title: t('billing.creditNotes.empty.title'), text: t('billing.creditNotes.empty.text') },
    }),
    [t, formats],
  );
  return <RecordList spec={spec} />;
}
