import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { text } from '../../list/columns.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['SalaryTable']> => ({
  id: 'salary-tables',
  title: t('menu.salaryTables'),
  load: load('/payroll/salary-tables'),
  order: 'asc',
  href: '/payroll/salary-tables',
  columns: [
    text('name', ({ name }) => name, { header: t('agreements.name'), indexed: true }),
    text('code', ({ code }) => code, { header: t('agreements.code') }),
    text('groups', ({ rows }) => String(new Set(rows.map(({ group }) => group)).size), { header: t('agreements.groups'), hide: 'narrow' }),
  ],
  searchLabel: t('agreements.search'),
  create: { needs: 'createSalaryTable', to: '/payroll/salary-tables/new', label: t('agreements.new'), whenEmpty: true },
  empty: { title: t('agreements.empty.title'), text: t('agreements.empty.text') },
});

/** What collective agreements pay at least. */
export const Screen = () => <RecordList spec={useList(plan)} />;
