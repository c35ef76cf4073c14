import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconChecklist, IconNote, IconUserPlus } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [
    { id: 'myTasks', to: '/people/tasks', icon: IconChecklist, needs: 'listMyTasks', at: 3 },
    { id: 'onboarding', to: '/people/onboarding', icon: IconUserPlus, needs: 'listOnboardings', at: 12 },
    { id: 'onboardingTemplates', to: '/people/onboarding/templates', icon: IconNote, needs: 'createOnboardingTemplate', at: 13 },
  ],
  routes: {
    '/people/tasks': () => import('./my-tasks.tsx'),
    '/people/onboarding': () => import('./onboarding-list.tsx'),
    '/people/onboarding/templates': () => import('./template-list.tsx'),
    '/people/onboarding/templates/new': () => import('./template-editor.tsx'),
    '/people/onboarding/templates/$templateId': () => import('./template-editor.tsx'),
    '/people/onboarding/$onboardingId': () => import('./onboarding-record.tsx'),
  },
} satisfies ModuleScreens;
