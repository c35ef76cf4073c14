import { Button } from '@mantine/core';
import { useState } from 'react';
import { VACANCY_STATES } from '#domain/hr/recruiting/vacancy.ts';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { load } from '../../list/api-list.ts';
import { state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useCan } from '../../session/session.ts';
import { CompanyTextsDialog } from './refusal-dialogs.tsx';

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
  actions: <CompanyTexts />,
  create: { needs: 'createVacancy', to: '/people/vacancies/new', label: t('recruiting.new.title'), whenEmpty: true },
  empty: { title: t('recruiting.empty.title'), text: t('recruiting.empty.text') },
});

/** The words of the company for whoever is refused. */
function CompanyTexts() {
  const t = useT();
  const can = useCan();
  const [editing, edit] = useState(false);
  if (!can('putRefusalTexts')) return null;
  return (
    <>
      <Button variant="default" onClick={() => edit(true)}>
        {t('recruiting.refusalTexts.action')}
      </Button>
      {editing && <CompanyTextsDialog onClose={() => edit(false)} />}
    </>
  );
}

export const Screen = () => <RecordList spec={useList(plan)} />;
