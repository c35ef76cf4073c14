import { CLOSE_STATES } from '#domain/finance/closing/month-close.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, dayOf, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t, formats }: ListContext): ListPlan<Schemas['MonthCloseRow']> => ({
  id: 'month-closes',
  title: t('menu.monthCloses'),
  load: load('/month-closes'),
  href: '/month-closes',
  columns: [
    text('period', ({ period }) => formats.month(period), { header: t('closing.month') }),
    text('rehearsal', ({ rehearsal }) => t(rehearsal ? 'closing.rehearsal' : 'closing.close'), { header: t('closing.kind') }),
    state('month-close', (close) => close.state),
    count('failed', ({ failed }) => failed, { header: t('closing.failed') }),
    count('waived', ({ waived }) => waived, { header: t('closing.waived'), hide: 'medium' }),
    dayOf('startedOn', ({ startedOn }) => startedOn, { header: t('closing.startedOn'), hide: 'narrow' }),
    dayOf('closedOn', ({ closedOn }) => closedOn, { header: t('closing.closedOn'), hide: 'medium' }),
  ],
  searchLabel: t('closing.search'),
  filters: [dates(), states('month-close', CLOSE_STATES)],
  create: { needs: 'startMonthClose', to: '/month-closes/new', label: t('closing.begin.action'), whenEmpty: true },
  empty: { title: t('closing.empty.title'), text: t('closing.empty.text') },
});

/** Closes of months and their rehearsals, the newest month first. */
export const Screen = () => <RecordList spec={useList(plan)} />;
