import { people } from '#api/hr/people.ts';
import { Employees, employeeActions, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { EmployeeTaxIds, employeeTaxId, PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { conflict, type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { type Change, create, plain, remove, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { upserts } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';

/**
 * A person works here once at a time: who left and comes again has a new employment, which begins after the last.
 * @throws DomainError `employee.tax_id_taken` (409), `employee.overlap` (422).
 */
async function taxIdChanges(records: Records, employee: StoredEmployee, had: string | undefined, has: string): Promise<Change[]> {
  const employeeId = employee.id;
  if (had === has) return [];
  const [old, held] = await Promise.all([
    had ? records.get(EmployeeTaxIds, employeeTaxId(had)) : undefined,
    records.get(EmployeeTaxIds, employeeTaxId(has)),
  ]);
  const holder = held && (await records.get(Employees, held.employeeId));
  if (holder && holder.state !== 'left')
    throw conflict('employee.tax_id_taken', 'Another employee has this tax id: look who was entered twice.', 'body.taxId', {
      id: holder.id,
    });
  throwIf(holder && refusalOfOverlap(holder, employee));
  return [
    ...(old?.employeeId === employeeId ? [remove(EmployeeTaxIds, old)] : []),
    held ? update(EmployeeTaxIds, held, { ...held, employeeId }) : create(EmployeeTaxIds, employeeTaxId(has), { employeeId }),
  ];
}

function refusalOfOverlap({ id, endDate }: StoredEmployee, next: StoredEmployee): Refusal | undefined {
  return endDate === undefined || endDate < next.startDate || id === next.id
    ? undefined
    : refusal(
        'employee.overlap',
        `They worked here until ${endDate}, and this employment begins on ${next.startDate}: nobody has two contracts at once. Enter the new employment from the day after on.`,
        'body.taxId',
        { end: endDate, start: next.startDate },
      );
}

export const putPersonalFile = command(
  people.actions.putPersonalFile,
  upserts(PersonalFiles, ({ path }) => personalFileId(path.employeeId)),
  async ({ body, path, records }, before) => {
    const employee = await records.getOrThrow(Employees, path.employeeId, 'path.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    const after = { ...body, employeeId: employee.id };
    const claims = await taxIdChanges(records, employee, before?.taxId, body.taxId);
    if (!before) return [create(PersonalFiles, personalFileId(employee.id), after), ...claims];
    return [update(PersonalFiles, before, after as typeof before, { ...plain(before) }), ...claims];
  },
  stamped,
);
