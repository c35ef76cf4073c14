import { people } from '#api/hr/people.ts';
import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { assigned, assignmentOn, type Employee, Employees, employeeActions, employeeView } from '#domain/hr/people/employee.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { conflict, denial, invalid, type Refusal, throwIf } from '#kernel/errors.ts';
import { type Change, create, remove, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, may } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command, memberIdOf } from '../../platform/service.ts';
import { valuesOfNew } from './employee-fields.ts';
import { moveChanges } from './line-moves.ts';

interface AddressMove {
  readonly employeeId: string;
  readonly had?: string | undefined;
  readonly has?: string | undefined;
}

/**
 * The claims of an address that changes hands: an address is one employee, and whoever signs in with it sees what is theirs. So nobody
 * gives themselves one, and that of somebody who has pay is changed by who may set pay.
 * @throws DomainError `employee.address_taken` (409), `employee.own_address`, `employee.address_of_paid` (403).
 */
async function addressChanges(records: Records, caller: Caller, { employeeId, had, has }: AddressMove): Promise<Change[]> {
  if (had?.toLowerCase() === has?.toLowerCase()) return [];
  throwIf(refusalOfAddress(caller, has, await records.get(EmploymentTermsOf, employmentTermsId(employeeId))));
  const idOf = (email: string) => employeeLinkId(memberIdOf(records.tenant, email));
  const linkOf = (email: string | undefined) => (email ? records.get(EmployeeLinks, idOf(email)) : undefined);
  const [old, taken] = await Promise.all([linkOf(had), linkOf(has)]);
  if (taken)
    throw conflict('employee.address_taken', 'Another employee has this address: give each their own.', 'body.email', { email: has ?? '' });
  return [...(old ? [remove(EmployeeLinks, old)] : []), ...(has ? [create(EmployeeLinks, idOf(has), { employeeId })] : [])];
}

function refusalOfAddress(caller: Caller, has: string | undefined, pay: object | undefined): Refusal | undefined {
  if (may(caller, 'pay.write')) return undefined;
  if (has?.toLowerCase() === caller.email.toLowerCase())
    return denial('employee.own_address', 'Nobody gives themselves an employee: ask whoever may set pay.', 'body.email');
  return pay
    ? denial(
        'employee.address_of_paid',
        'They have pay, which whoever signs in with the address sees: ask whoever may set pay.',
        'body.email',
      )
    : undefined;
}

export const createEmployee = command(
  people.actions.createEmployee,
  creates(Employees, 'emp'),
  async ({ body, newId, records, caller, today }) => {
    const { givenName, familyName, email, startDate, fields = {}, ...assignment } = body;
    const id = newId('emp');
    const employee: Employee = {
      ...{ givenName, familyName, startDate, state: 'active', assignments: [{ from: startDate, ...assignment }] },
      ...(email === undefined ? {} : { email }),
    };
    return [
      create(Employees, id, employee),
      ...(await valuesOfNew(records, id, fields)),
      ...(await addressChanges(records, caller, { employeeId: id, has: email })),
      ...(await moveChanges(records, { employeeId: id, from: undefined, to: assignment.managerId }, today)),
    ];
  },
  (employee, { today }) => employeeView(employee, today),
);

export const patchEmployee = command(
  people.actions.patchEmployee,
  on(Employees, (path) => path.employeeId),
  async ({ body, records, caller }, before) => {
    throwIf(employeeActions.patchEmployee(before));
    const { data, was } = applyPatch<Employee>(before, body);
    if (Object.keys(was).length === 0) return before;
    const moved = await addressChanges(records, caller, { employeeId: before.id, had: before.email, has: data.email });
    return [update(Employees, before, data as typeof before, was), ...moved];
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
    const [from, to] = [before, after].map((employee) => assignmentOn(employee, today).managerId);
    // Lines are those of today: a manager from a later day on would come into force by nobody.
    if (body.from > today && body.managerId !== from)
      throw invalid(
        'employee.manager_later',
        'Who leads somebody changes from today on: enter the new manager on that day.',
        'body.managerId',
      );
    return [
      update(Employees, before, after as typeof before, { assignments: before.assignments }),
      ...(await moveChanges(records, { employeeId: before.id, from, to }, today)),
    ];
  },
  (employee, { today }) => employeeView(employee, today),
);
