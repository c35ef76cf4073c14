import { type Employee, Employees, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { ClockCorrections } from '#domain/hr/time/clock-correction.ts';
import { ClockEntries, clockShelf } from '#domain/hr/time/clock-entry.ts';
import { monthsAround, type RegisterFacts } from '#domain/hr/time/register.ts';
import type { Month } from '#kernel/date.ts';
import type { Permission } from '#kernel/permission.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
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

/** Corrections of an employee, as many as there are, of the entries of some months. */
async function correctionsOf(records: Records, employeeId: string, [first, , last]: readonly Month[]) {
  const found = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, ClockCorrections, {
      ...{ buckets: [employeeId], order: 'asc', limit: 100, cursor, from: first, to: last },
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

/** What a month's register is made of: one query a month, and one of corrections. */
export async function readRegister(records: Records, employeeId: string, month: Month): Promise<RegisterFacts> {
  const months = monthsAround(month);
  const [corrections, ...entries] = await Promise.all([
    correctionsOf(records, employeeId, months),
    ...months.map((each) => records.standing(ClockEntries, clockShelf(employeeId, each))),
  ]);
  return { entries: entries.flat(), corrections };
}

/** Everybody within the caller's reach who worked here in a month, in the order of their names. */
export async function employeesIn(records: Records, caller: Caller, month: Month): Promise<StoredEmployee[]> {
  const found: StoredEmployee[] = [];
  const worked = ({ startDate, endDate }: Employee) =>
    startDate.slice(0, 7) <= month && (endDate === undefined || endDate.slice(0, 7) >= month);
  const where = (employee: StoredEmployee) => worked(employee) && mayFor(caller, 'time.read', employee, Employees);
  for await (const employee of everyRecord(records, Employees, { where })) found.push(employee);
  return found;
}
