import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, text } from '../../list/columns.tsx';
import { dates } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['BookSealRow']> => ({
  id: 'book-seals',
  title: t('menu.bookSeals'),
  load: load('/proof/seals'),
  href: '/books/seals',
  columns: [
    text('no', ({ no }) => String(no), { header: t('proof.no') }),
    dayOf('day', ({ day }) => day, { header: t('proof.day') }),
    count('entries', ({ entries }) => entries, { header: t('proof.entries') }),
    text('sha256', ({ sha256 }) => sha256, { header: 'SHA-256', hide: 'medium' }),
  ],
  searchLabel: t('proof.search'),
  filters: [dates()],
  empty: { title: t('proof.empty.title'), text: t('proof.empty.text') },
});

/** The seals of the books, the newest first. */
export const Screen = () => <RecordList spec={useList(plan)} />;
