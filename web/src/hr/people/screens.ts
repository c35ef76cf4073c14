import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconUsers } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [{ id: 'employees', to: '/people/employees', icon: IconUsers, needs: 'listEmployees', at: 1 }],
  commands: [{ id: 'newEmployee', icon: IconUsers, needs: 'createEmployee', to: '/people/employees/new', of: '/people/employees' }],
  routes: {
    '/people/employees': () => import('./employee-list.tsx'),
    '/people/employees/new': () => import('./new-employee.tsx'),
    '/people/employees/$employeeId': () => import('./employee-record.tsx'),
  },
} satisfies ModuleScreens;
