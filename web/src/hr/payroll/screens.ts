import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconReceipt, IconReportMoney } from '../../ui/icons.ts';

export default {
  area: 'people',
  menu: [
    { id: 'payrollRuns', to: '/payroll/runs', icon: IconReportMoney, needs: 'listPayrollRuns', at: 2 },
    { id: 'ownPayslips', to: '/payroll/slips', icon: IconReceipt, needs: 'listOwnPayslips', at: 3 },
  ],
  commands: [{ id: 'newPayrollRun', icon: IconReportMoney, needs: 'proposePayrollRun', of: '/payroll/runs' }],
  routes: {
    '/payroll/runs': () => import('./run-list.tsx'),
    '/payroll/runs/new': () => import('./new-run.tsx'),
    '/payroll/runs/$runId': () => import('./run-record.tsx'),
    '/payroll/slips': () => import('./own-payslips.tsx'),
    '/payroll/slips/$employeeId/$place': () => import('./payslip-record.tsx'),
  },
} satisfies ModuleScreens;
