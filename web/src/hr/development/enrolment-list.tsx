import { ENROLMENT_STATES } from '#domain/hr/development/enrolment.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, quantity, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['EnrolmentRow']> => ({
  id: 'enrolments',
  title: t('menu.enrolments'),
  load: load('/development/enrolments'),
  href: '/development/enrolments',
  columns: [
    dayOf('on', ({ on }) => on, { header: t('development.enrolment.on'), indexed: true }),
    text('name', ({ name }) => name, { header: t('development.employee') }),
    text('course', ({ course }) => course, { header: t('development.enrolment.course') }),
    quantity('hours', ({ hours }) => hours, { header: t('development.course.hours'), hide: 'medium' }),
    money('cost', ({ cost }) => cost, { header: t('development.course.cost'), hide: 'narrow' }),
    state('enrolment', (row) => row.state),
  ],
  filters: [states('enrolment', ENROLMENT_STATES), dates()],
  views: [
    { name: t('development.enrolment.views.planned'), search: { state: 'planned' } },
    { name: t('development.enrolment.views.ordered'), search: { state: 'ordered' } },
  ],
  searchLabel: t('development.enrolment.search'),
  create: { needs: 'createEnrolment', to: '/development/enrolments/new', label: t('development.enrolment.new'), whenEmpty: true },
  empty: t('development.enrolment.empty', { returnObjects: true }),
});

/** Who takes which course, by its first day. */
export const Screen = () => <RecordList spec={useList(plan)} />;
