import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconUserPlus, IconUsers } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [
    { id: 'vacancies', to: '/people/vacancies', icon: IconUserPlus, needs: 'listVacancies', at: 10 },
    { id: 'applications', to: '/people/applications', icon: IconUsers, needs: 'listApplications', at: 11 },
  ],
  commands: [{ id: 'newVacancy', icon: IconUserPlus, needs: 'createVacancy', of: '/people/vacancies' }],
  routes: {
    '/people/vacancies': () => import('./vacancy-list.tsx'),
    '/people/vacancies/new': () => import('./new-vacancy.tsx'),
    '/people/vacancies/$vacancyId': () => import('./vacancy-record.tsx'),
    '/people/applications': () => import('./application-list.tsx'),
    '/people/applications/$applicationId': () => import('./application-record.tsx'),
  },
} satisfies ModuleScreens;
