import { ONBOARDING_STATES } from '#domain/hr/onboarding/onboarding.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { date, state, text } from '../../list/columns.tsx';
import { dates, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['OnboardingRow']> => ({
  id: 'onboarding',
  title: t('menu.onboarding'),
  load: load('/onboarding/onboardings'),
  href: '/people/onboarding',
  columns: [
    text('name', ({ employeeName }) => employeeName, { header: t('onboarding.name'), indexed: true }),
    text('flow', ({ flow }) => t(`onboarding.flows.${flow}`), { header: t('onboarding.flow') }),
    date(),
    text('progress', ({ done, total }) => `${done}/${total}`, { header: t('onboarding.progress') }),
    text('late', ({ late }) => (late ? t('onboarding.late') : ''), { header: t('onboarding.term'), hide: 'narrow' }),
    state('onboarding', (row) => row.state),
  ],
  searchLabel: t('onboarding.search'),
  filters: [states('onboarding', ONBOARDING_STATES), dates()],
  views: [
    { name: t('onboarding.joining'), search: { flow: 'joining', state: 'running' } },
    { name: t('onboarding.leaving'), search: { flow: 'leaving', state: 'running' } },
    { name: t('onboarding.late'), search: { late: 'true' } },
  ],
  empty: { title: t('onboarding.empty.title'), text: t('onboarding.empty.text') },
});

/** Who comes and who leaves, and how far what is to be done for that is. */
export const Screen = () => <RecordList spec={useList(plan)} />;
