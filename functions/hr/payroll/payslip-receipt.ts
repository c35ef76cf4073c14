import { payroll } from '#api/hr/payroll.ts';
import { Payslips, payslipId } from '#domain/hr/payroll/payslip-record.ts';
import { payslipRow } from '#domain/hr/payroll/run-view.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { forbidden } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { slipFor } from './slips.ts';

/** Whose slip it is has read it: nobody signs for another. The first reading stands. */
export const signPayslip = command(
  payroll.actions.signPayslip,
  on(Payslips, ({ employeeId, place }) => payslipId(employeeId, place)),
  async ({ path: { employeeId, place }, records, caller, now }, slip) => {
    await slipFor(records, caller, employeeId, place);
    const employee = await records.getOrThrow(Employees, employeeId, 'path.employeeId');
    if (employee.email?.toLowerCase() !== caller.email.toLowerCase())
      throw forbidden('payslip.not_own', 'Only whose payslip it is signs that they have it.', 'path.place');
    if (slip.received) return slip;
    return [update(Payslips, slip, { ...slip, received: { by: caller.email, at: now.toISOString() } })];
  },
  payslipRow,
);
