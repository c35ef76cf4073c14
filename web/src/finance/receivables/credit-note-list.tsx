import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, money, number, state, text } from '../../list/columns.tsx';
import { customer, dates, flag } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { numberOf } from '../../record/kinds.ts';
import { inBoth } from '../currencies/in-both.tsx';

const plan = ({ t }: ListContext): ListPlan<Schemas['CreditNoteRow']> => ({
  id: 'credit-notes',
  title: t('menu.creditNotes'),
  load: load('/credit-notes'),
  href: '/credit-notes',
  columns: [
    number(),
    date({ hide: 'narrow' }),
    text('customer', (note) => note.customer.name),
    text('corrects', ({ corrects }) => corrects && numberOf(corrects), { header: t('billing.creditNotes.corrects'), hide: 'medium' }),
    text('reason', ({ reason }) => reason, { hide: 'medium' }),
    state('credit-note', (note) => note.state, { hide: 'narrow' }),
    money('gross', ({ totals }) => totals.gross, { cell: ({ totals, foreign }, words) => inBoth(totals.gross, foreign?.gross, words) }),
    money('open', ({ open }) => open, { header: t('billing.allocations.unapplied'), hide: 'narrow' }),
  ],
  searchLabel: t('billing.creditNotes.search'),
  filters: [customer(), dates(), flag('open', t('billing.onlyOpen'))],
  views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
  empty: { title: t('billing.creditNotes.empty.title'), text: t('billing.creditNotes.empty.text') },
});

/** All credit notes; what no invoice has taken yet one click away. */
export const Screen = () => <RecordList spec={useList(plan)} />;
