import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { text } from '../../list/columns.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['OnboardingTemplate']> => ({
  id: 'onboarding-templates',
  title: t('menu.onboardingTemplates'),
  load: load('/onboarding/templates'),
  order: 'asc',
  href: '/people/onboarding/templates',
  columns: [
    text('name', ({ name }) => name, { header: t('onboarding.templates.name'), indexed: true }),
    text('flow', ({ flow }) => t(`onboarding.flows.${flow}`), { header: t('onboarding.flow') }),
    text('position', ({ position }) => position ?? t('onboarding.templates.all'), { header: t('employees.position') }),
    text('workplace', ({ workplace }) => workplace ?? t('onboarding.templates.all'), { header: t('onboarding.workplace'), hide: 'medium' }),
    text('tasks', ({ tasks }) => String(tasks.length), { header: t('onboarding.progress'), hide: 'narrow' }),
  ],
  create: {
    needs: 'createOnboardingTemplate',
    to: '/people/onboarding/templates/new',
    label: t('onboarding.templates.new'),
    whenEmpty: true,
  },
  searchLabel: t('onboarding.templates.search'),
  empty: { title: t('onboarding.templates.empty.title'), text: t('onboarding.templates.empty.text') },
});

/** What is to be done for whom, beside the duties of the law. */
export const Screen = () => <RecordList spec={useList(plan)} />;
