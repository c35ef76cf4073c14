import { payroll } from '#api/hr/payroll.ts';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId, type StoredPayslip } from '#domain/hr/payroll/payslip-record.ts';
import { payslipRow, storedPayslipView } from '#domain/hr/payroll/run-view.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { memberIdOf, query } from '../../platform/service.ts';
import { readFinalSlips } from './paid-person.ts';

const { actions } = payroll;

/**
 * Somebody's slip, where the caller may see it: final for themselves, also one that waits for its approvals for whoever sees pay runs.
 * @throws DomainError `payslip.not_found` (404), for one out of reach too.
 */
export async function slipFor(records: Records, caller: Caller, employeeId: string, place: string): Promise<StoredPayslip> {
  const slip = await records.get(Payslips, payslipId(employeeId, place));
  if (!slip || !mayFor(caller, 'pay.read', slip, Payslips)) throw notFound(Payslips.kind, place, 'path.place');
  if (!may(caller, 'payroll.read') && !(await isFinal(records, slip))) throw notFound(Payslips.kind, place, 'path.place');
  return slip;
}

export const isFinal = async (records: Records, { runId }: Pick<StoredPayslip, 'runId'>): Promise<boolean> =>
  (await records.get(PayrollRuns, runId))?.state === 'posted';

export const getPayslip = query(actions.getPayslip, async ({ path: { employeeId, place }, records, caller }) =>
  storedPayslipView(await slipFor(records, caller, employeeId, place)),
);

/** The newest first. */
const finalSlips = async (records: Records, employeeId: string) => (await readFinalSlips(records, employeeId)).map(payslipRow).reverse();

export const listPayslips = query(actions.listPayslips, async ({ path: { employeeId }, records, caller }) => {
  const employee = await records.get(Employees, employeeId);
  if (!employee || !mayFor(caller, 'pay.read', employee, Employees)) throw notFound(Employees.kind, employeeId, 'path.employeeId');
  return { items: await finalSlips(records, employeeId) };
});

export const listOwnPayslips = query(actions.listOwnPayslips, async ({ records, caller }) => {
  const link = await records.get(EmployeeLinks, employeeLinkId(memberIdOf(records.tenant, caller.email)));
  return link ? { employeeId: link.employeeId, items: await finalSlips(records, link.employeeId) } : { items: [] };
});
