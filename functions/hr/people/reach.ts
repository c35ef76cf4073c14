import { assignmentOn, Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { EmployeeLinks, employeeLinkId, ReportingLines, reportingLineId } from '#domain/hr/people/reporting-line.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Permission } from '#kernel/permission.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { memberIdOf } from '../../platform/service.ts';

/** Whoever is out of reach of a permission is to the caller as if there were nobody. @throws DomainError `employee.not_found` (404). */
export function requireReach(
  caller: Caller,
  permission: Permission,
  employee: StoredEmployee | undefined,
  id: string,
  field: string,
): StoredEmployee {
  if (!employee || !mayFor(caller, permission, employee, Employees)) throw notFound(Employees.kind, id, field);
  return employee;
}

/** An employee within the caller's reach. @throws DomainError `employee.not_found` (404). */
export const reachedEmployee = async (records: Records, caller: Caller, permission: Permission, id: string, field: string) =>
  requireReach(caller, permission, await records.get(Employees, id), id, field);

/** The employee that the caller is, whatever their roles reach; undefined of a program, and of whoever works here without being entered. */
export async function selfOf(records: Records, { email, self }: Caller): Promise<string | undefined> {
  if (self !== undefined) return self;
  return (await records.get(EmployeeLinks, employeeLinkId(memberIdOf(records.tenant, email))))?.employeeId;
}

/** Whom an employee leads directly, as of now, whatever the caller's roles reach. */
export async function directReportsOf(records: Records, managerId: string, today: IsoDate): Promise<StoredEmployee[]> {
  const line = await records.get(ReportingLines, reportingLineId(managerId));
  const below = await records.getMany(Employees, line?.reports ?? []);
  return below.flatMap((one) => (one?.state === 'active' && assignmentOn(one, today).managerId === managerId ? [one] : []));
}
