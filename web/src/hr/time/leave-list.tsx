import { LEAVE_STATES } from '#domain/hr/time/leave-request.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, quantity, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import type { LeaveRow } from './leave-row.ts';

const plan = ({ t }: ListContext): ListPlan<LeaveRow> => ({
  id: 'leave',
  title: t('menu.leave'),
  load: load('/time/leave'),
  href: '/time/leave',
  columns: [
    text('name', ({ name }) => name, { header: t('time.register.employee') }),
    text('kind', ({ kind }) => t(`leave.kinds.${kind}`), { header: t('leave.kind') }),
    dayOf('from', ({ from }) => from, { header: t('leave.from'), indexed: true }),
    dayOf('to', ({ to }) => to, { header: t('leave.to') }),
    quantity('days', ({ days }) => days, { header: t('leave.days'), hide: 'narrow' }),
    state('leave', (row) => row.state),
  ],
  filters: [states('leave', LEAVE_STATES), dates()],
  views: [{ name: t('leave.views.requested'), search: { state: 'requested' } }],
  searchLabel: t('leave.search'),
  create: { needs: 'requestLeave', to: '/time/leave/new', label: t('leave.new.title'), whenEmpty: true },
  empty: t('leave.empty', { returnObjects: true }),
});

/** Leave of whom one may see, by its first day. */
export const Screen = () => <RecordList spec={useList(plan)} />;
