import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { PayInputs, payInputShelf, type StoredPayInput } from '#domain/hr/payroll/pay-input.ts';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipShelf, type StoredPayslip } from '#domain/hr/payroll/payslip-record.ts';
import type { PaidPerson } from '#domain/hr/payroll/slip-calculation.ts';
import { Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId, type StoredPersonalFile } from '#domain/hr/people/personal-file.ts';
import { LeaveAccounts, leaveAccountId, type StoredLeaveAccount } from '#domain/hr/time/leave-account.ts';
import type { Records } from '#runtime/records.ts';

/** All that somebody's slips are worked out of, with the records that it comes from. */
export interface ReadPerson extends PaidPerson {
  readonly employee: StoredEmployee;
  readonly file: StoredPersonalFile | undefined;
  readonly inputs: readonly StoredPayInput[];
  readonly slips: readonly StoredPayslip[];
}

/** Three calls at once: four records, the inputs of all months, the slips of all months. @throws DomainError `employee.not_found` (404). */
export async function readPerson(records: Records, employeeId: string, field?: string): Promise<ReadPerson> {
  const refs = [
    { type: Employees, id: employeeId },
    { type: EmploymentTermsOf, id: employmentTermsId(employeeId) },
    { type: PersonalFiles, id: personalFileId(employeeId) },
    { type: LeaveAccounts, id: leaveAccountId(employeeId) },
  ];
  const [[employee, pay, file, leave], inputs, slips] = await Promise.all([
    records.getTogether(refs as never),
    records.standing(PayInputs, payInputShelf(employeeId)),
    records.standing(Payslips, payslipShelf(employeeId)),
  ]);
  return {
    employee: (employee as StoredEmployee | undefined) ?? (await records.getOrThrow(Employees, employeeId, field)),
    terms: (pay as { readonly terms: PaidPerson['terms'] } | undefined)?.terms ?? [],
    file: file as StoredPersonalFile | undefined,
    leave: (leave as StoredLeaveAccount | undefined)?.holdings ?? [],
    inputs,
    slips,
  };
}

/** Somebody's slips whose run is posted, in the order of their months. */
export async function readFinalSlips(records: Records, employeeId: string): Promise<StoredPayslip[]> {
  const slips = await records.standing(Payslips, payslipShelf(employeeId));
  const runs = await records.getMany(PayrollRuns, [...new Set(slips.map(({ runId }) => runId))]);
  const posted = new Set(runs.flatMap((run) => (run?.state === 'posted' ? [run.id] : [])));
  return slips.filter(({ runId }) => posted.has(runId));
}
