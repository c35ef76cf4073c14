import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconBook2 } from '../../ui/icons.ts';

export default {
  area: 'pay',
  menu: [{ id: 'salaryTables', to: '/payroll/salary-tables', icon: IconBook2, needs: 'createSalaryTable', at: 34 }],
  commands: [{ id: 'newSalaryTable', icon: IconBook2, needs: 'createSalaryTable', of: '/payroll/salary-tables' }],
  routes: {
    '/payroll/salary-tables': () => import('./table-list.tsx'),
    '/payroll/salary-tables/new': () => import('./new-table.tsx'),
    '/payroll/salary-tables/$tableId': () => import('./table-record.tsx'),
  },
} satisfies ModuleScreens;
