import { payroll } from '#api/hr/payroll.ts';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { payslipPlaceOf } from '#domain/hr/payroll/payslip-record.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { logoKey } from '#domain/platform/company/paper.ts';
import { refused } from '#kernel/errors.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { query, serveModule } from '../../platform/service.ts';
import { payslipPaper } from './payslip-paper.ts';
import { slipFor } from './slips.ts';

export const getPayslipFile = query(
  payroll.actions.getPayslipFile,
  async ({ path: { employeeId, place }, records, caller, company, tenant }) => {
    const slip = await slipFor(records, caller, employeeId, place);
    const [run, employee, logo] = await Promise.all([
      records.getOrThrow(PayrollRuns, slip.runId),
      records.get(Employees, employeeId),
      company.logo ? loadLogo(logoKey(tenant, company.logo.file), company.logo.format) : undefined,
    ]);
    if (run.state !== 'posted')
      throw refused('payslip.not_final', 'The payslip is final once its pay run is posted: print it then.', 'path.place', {
        run: run.id,
      });
    const bytes = printPaper(payslipPaper({ slip, run, company, logo, endDate: employee?.endDate }));
    const fileName = `nomina-${payslipPlaceOf(slip.id)}-${slip.taxId}.pdf`;
    return { fileName, contentType: 'application/pdf', content: bytes.toString('base64') };
  },
);

export const handler = serveModule(payroll, { getPayslipFile });
