import { COURSE_STATES } from '#domain/hr/development/course.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { count, money, quantity, state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['CourseRow']> => ({
  id: 'courses',
  title: t('menu.courses'),
  load: load('/development/courses'),
  order: 'asc',
  href: '/development/courses',
  columns: [
    text('title', ({ title }) => title, { header: t('development.course.title'), indexed: true }),
    text('provider', ({ provider }) => provider ?? '', { header: t('development.course.provider'), hide: 'medium' }),
    quantity('hours', ({ hours }) => hours, { header: t('development.course.hours'), hide: 'narrow' }),
    money('cost', ({ cost }) => cost, { header: t('development.course.cost') }),
    count('validMonths', ({ validMonths }) => validMonths, { header: t('development.course.validMonths'), hide: 'medium' }),
    state('course', (row) => row.state),
  ],
  filters: [states('course', COURSE_STATES)],
  searchLabel: t('development.course.search'),
  create: { needs: 'createCourse', to: '/development/courses/new', label: t('development.course.new'), whenEmpty: true },
  empty: t('development.course.empty', { returnObjects: true }),
});

/** Courses that people can take. */
export const Screen = () => <RecordList spec={useList(plan)} />;
