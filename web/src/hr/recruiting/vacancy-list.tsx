import { VACANCY_STATES } from '#domain/hr/recruiting/vacancy.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['VacancyRow']> => ({
  id: 'vacancies',
  title: t('menu.vacancies'),
  load: load('/recruiting/vacancies'),
  order: 'asc',
  href: '/people/vacancies',
  columns: [
    text('title', ({ title }) => title, { header: t('recruiting.job'), indexed: true }),
    text('department', ({ department }) => department ?? '', { header: t('employees.department'), hide: 'medium' }),
    text('workplace', ({ workplace }) => workplace ?? '', { header: t('employees.workplace'), hide: 'medium' }),
    text('hired', ({ hired, openings }) => `${hired}/${openings}`, { header: t('recruiting.hired') }),
    state('vacancy', (row) => row.state),
  ],
  filters: [states('vacancy', VACANCY_STATES)],
  searchLabel: t('recruiting.search'),
  create: { needs: 'createVacancy', to: '/people/vacancies/new', label: t('recruiting.new.title'), whenEmpty: true },
  empty: { title: t('recruiting.empty.title'), text: t('recruiting.empty.text') },
});

export const Screen = () => <RecordList spec={useList(plan)} />;
