import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconFileUpload, IconListNumbers, IconSitemap, IconUsers } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [
    { id: 'employees', to: '/people/employees', icon: IconUsers, needs: 'listEmployees', at: 1 },
    { id: 'organisation', to: '/people/organisation', icon: IconSitemap, needs: 'listEmployees', at: 2 },
    { id: 'employeeFields', to: '/people/fields', icon: IconListNumbers, needs: 'putEmployeeFields', at: 44 },
  ],
  commands: [
    { id: 'newEmployee', icon: IconUsers, needs: 'createEmployee', to: '/people/employees/new', of: '/people/employees' },
    { id: 'importEmployees', icon: IconFileUpload, needs: 'createEmployee', to: '/people/employees/import', of: '/people/employees' },
  ],
  routes: {
    '/people/employees': () => import('./employee-list.tsx'),
    '/people/employees/new': () => import('./new-employee.tsx'),
    '/people/employees/import': () => import('./import-employees.tsx'),
    '/people/fields': () => import('./fields-screen.tsx'),
    '/people/organisation': () => import('./organisation-chart.tsx'),
    '/people/employees/$employeeId': () => import('./employee-record.tsx'),
  },
} satisfies ModuleScreens;
