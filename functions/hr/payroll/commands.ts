import { payroll } from '#api/hr/payroll.ts';
import { serveModule } from '../../platform/service.ts';
import { putGestoriaComparison } from './gestoria.ts';
import { putPayInput } from './pay-inputs.ts';
import { addPayTerms } from './pay-terms.ts';
import { approvePayrollPayment, cancelPayrollPayment, proposePayrollPayment, reversePayrollPayment } from './payroll-payments.ts';
import { putPayrollSettings } from './payroll-settings.ts';
import { signPayslip } from './payslip-receipt.ts';
import { raiseToSalaryTable } from './raises.ts';
import { approvePayrollRun, cancelPayrollRun, excludeFromPayrollRun, proposePayrollRun, recalculatePayslip } from './runs.ts';
import { addSalaryRows, createSalaryTable } from './salary-tables.ts';

export const handler = serveModule(payroll, {
  addPayTerms,
  createSalaryTable,
  addSalaryRows,
  raiseToSalaryTable,
  putPayInput,
  putPayrollSettings,
  proposePayrollRun,
  recalculatePayslip,
  excludeFromPayrollRun,
  approvePayrollRun,
  cancelPayrollRun,
  signPayslip,
  putGestoriaComparison,
  proposePayrollPayment,
  approvePayrollPayment,
  cancelPayrollPayment,
  reversePayrollPayment,
});
