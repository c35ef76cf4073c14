import { people } from '#api/hr/people.ts';
import {
  assigned,
  assignmentOn,
  type Employee,
  Employees,
  employeeActions,
  employeeView,
  PatchEmployee,
} from '#domain/hr/people/employee.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { conflict, invalid, throwIf } from '#kernel/errors.ts';
import { type Change, create, remove, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command, memberIdOf } from '../../platform/service.ts';
import { moveChanges } from './line-moves.ts';

/** The claims of an address that changes hands: an address is one employee. @throws DomainError `employee.address_taken` (409). */
async function addressChanges(records: Records, employeeId: string, had: string | undefined, has: string | undefined): Promise<Change[]> {
  if (had?.toLowerCase() === has?.toLowerCase()) return [];
  const idOf = (email: string) => employeeLinkId(memberIdOf(records.tenant, email));
  const [old, taken] = await Promise.all([
    had ? records.get(EmployeeLinks, idOf(had)) : undefined,
    has ? records.get(EmployeeLinks, idOf(has)) : undefined,
  ]);
  if (taken)
    throw conflict('employee.address_taken', 'Another employee has this address: give each their own.', 'body.email', { email: has ?? '' });
  return [...(old ? [remove(EmployeeLinks, old)] : []), ...(has ? [create(EmployeeLinks, idOf(has), { employeeId })] : [])];
}

export const createEmployee = command(
  people.actions.createEmployee,
  creates(Employees, 'emp'),
  async ({ body, newId, records }) => {
    const { givenName, familyName, email, startDate, ...assignment } = body;
    const id = newId('emp');
    const employee: Employee = {
      ...{ givenName, familyName, startDate, state: 'active', assignments: [{ from: startDate, ...assignment }] },
      ...(email === undefined ? {} : { email }),
    };
    return [
      create(Employees, id, employee),
      ...(await addressChanges(records, id, undefined, email)),
      ...(await moveChanges(records, id, undefined, assignment.managerId)),
    ];
  },
  (employee, { today }) => employeeView(employee, today),
);

export const patchEmployee = command(
  people.actions.patchEmployee,
  on(Employees, (path) => path.employeeId),
  async ({ body, records }, before) => {
    throwIf(employeeActions.patchEmployee(before));
    const { data, was } = applyPatch<Employee>(before, PatchEmployee.parse(body));
    if (Object.keys(was).length === 0) return before;
    return [update(Employees, before, data as typeof before, was), ...(await addressChanges(records, before.id, before.email, data.email))];
  },
  (employee, { today }) => employeeView(employee, today),
);

export const assignEmployee = command(
  people.actions.assignEmployee,
  on(Employees, (path) => path.employeeId),
  async ({ body, today, records }, before) => {
    throwIf(employeeActions.assignEmployee(before));
    if (body.from < before.startDate)
      throw invalid('employee.before_start', `The employment begins on ${before.startDate}: choose that day or a later one.`, 'body.from', {
        start: before.startDate,
      });
    const after = assigned(before, body);
    const [old, next] = [before, after].map((employee) => assignmentOn(employee, today).managerId);
    return [
      update(Employees, before, after as typeof before, { assignments: before.assignments }),
      ...(await moveChanges(records, before.id, old, next)),
    ];
  },
  (employee, { today }) => employeeView(employee, today),
);
