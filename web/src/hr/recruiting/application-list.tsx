import { STAGES } from '#domain/hr/recruiting/application.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, text } from '../../list/columns.tsx';
import { dates } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['ApplicationRow']> => ({
  id: 'applications',
  title: t('menu.applications'),
  load: load('/recruiting/applications'),
  href: '/people/applications',
  columns: [
    text('name', ({ candidateName }) => candidateName, { header: t('recruiting.candidate'), indexed: true }),
    text('job', ({ vacancyTitle }) => vacancyTitle, { header: t('recruiting.job') }),
    dayOf('appliedOn', ({ appliedOn }) => appliedOn, { header: t('recruiting.appliedOn') }),
    text('stage', ({ stage }) => t(`states.application.${stage}` as 'states.application.received'), { header: t('recruiting.stage') }),
  ],
  filters: [dates()],
  views: STAGES.map((stage) => ({ name: t(`states.application.${stage}` as 'states.application.received'), search: { stage } })),
  searchLabel: t('recruiting.searchApplications'),
  empty: { title: t('recruiting.none.title'), text: t('recruiting.none.text') },
});

export const Screen = () => <RecordList spec={useList(plan)} />;
