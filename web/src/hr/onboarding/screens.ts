import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconChecklist, IconUserPlus } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [
    { id: 'myTasks', to: '/people/tasks', icon: IconChecklist, needs: 'listMyTasks', at: 2 },
    { id: 'onboarding', to: '/people/onboarding', icon: IconUserPlus, needs: 'listOnboardings', at: 3 },
  ],
  routes: {
    '/people/tasks': () => import('./my-tasks.tsx'),
    '/people/onboarding': () => import('./onboarding-list.tsx'),
    '/people/onboarding/$onboardingId': () => import('./onboarding-record.tsx'),
  },
} satisfies ModuleScreens;
