import type { ModuleScreens } from '../../areas/screen-types.ts';
import { IconCashBanknote, IconListNumbers, IconReceipt, IconReportMoney } from '../../ui/icons.ts';

export default {
  area: 'pay',
  menu: [
    { id: 'payrollRuns', to: '/payroll/runs', icon: IconReportMoney, needs: 'listPayrollRuns', at: 30 },
    { id: 'payInputs', to: '/payroll/inputs', icon: IconListNumbers, needs: 'listPayInputs', at: 31 },
    { id: 'payrollPayments', to: '/payroll/payments', icon: IconCashBanknote, needs: 'listPayrollPayments', at: 32 },
    { id: 'ownPayslips', to: '/payroll/slips', icon: IconReceipt, needs: 'listOwnPayslips', at: 6 },
  ],
  commands: [
    { id: 'newPayrollRun', icon: IconReportMoney, needs: 'proposePayrollRun', of: '/payroll/runs' },
    { id: 'newPayrollPayment', icon: IconCashBanknote, needs: 'proposePayrollPayment', of: '/payroll/payments' },
  ],
  routes: {
    '/payroll/runs': () => import('./run-list.tsx'),
    '/payroll/runs/new': () => import('./new-run.tsx'),
    '/payroll/runs/$runId': () => import('./run-record.tsx'),
    '/payroll/inputs': () => import('./input-list.tsx'),
    '/payroll/payments': () => import('./payment-list.tsx'),
    '/payroll/payments/new': () => import('./new-payment.tsx'),
    '/payroll/payments/$paymentId': () => import('./payment-record.tsx'),
    '/payroll/slips': () => import('./own-payslips.tsx'),
    '/payroll/slips/$employeeId/$place': () => import('./payslip-record.tsx'),
  },
} satisfies ModuleScreens;
