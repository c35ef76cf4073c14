import { people } from '#api/hr/people.ts';
import { Employees, employeeActions, employeeView } from '#domain/hr/people/employee.ts';
import { EmployeeValuesOf, employeeValuesId } from '#domain/hr/people/employee-values.ts';
import { erased, requireErasable } from '#domain/hr/people/erasure.ts';
import { EmployeeTaxIds, employeeTaxId, PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { EmployeeLinks, employeeLinkId } from '#domain/hr/people/reporting-line.ts';
import { throwIf } from '#kernel/errors.ts';
import { PersonKeys, personKeyId } from '#kernel/person-key.ts';
import { type Change, remove, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command, memberIdOf } from '../../platform/service.ts';
import { eraseDocuments } from './employee-documents.ts';

/**
 * Erases a person: with their key goes what is sealed under it, here and in every copy; what stands unsealed is taken away, and
 * what the books hold stays under an id that names nobody.
 */
export const eraseEmployee = command(
  people.actions.eraseEmployee,
  on(Employees, (path) => path.employeeId),
  async ({ today, records, dryRun }, before) => {
    throwIf(employeeActions.eraseEmployee(before));
    requireErasable(before, today);
    const file = await records.get(PersonalFiles, personalFileId(before.id));
    const [key, taxId, link, values] = await Promise.all([
      records.get(PersonKeys, personKeyId(before.id)),
      file && records.get(EmployeeTaxIds, employeeTaxId(file.taxId)),
      before.email === undefined ? undefined : records.get(EmployeeLinks, employeeLinkId(memberIdOf(records.tenant, before.email))),
      records.get(EmployeeValuesOf, employeeValuesId(before.id)),
    ]);
    const after = erased(before, today);
    if (!dryRun) {
      await eraseDocuments(records, before.id, after.givenName, today);
      await records.forgetOlderSteps(Employees, before);
    }
    const nameless = { ...before, history: before.history.map(({ was: _, ...step }) => step) };
    const gone: (Change | undefined)[] = [
      file && remove(PersonalFiles, file),
      values && remove(EmployeeValuesOf, values),
      key && remove(PersonKeys, key),
      taxId?.employeeId === before.id ? remove(EmployeeTaxIds, taxId) : undefined,
      link?.employeeId === before.id ? remove(EmployeeLinks, link) : undefined,
    ];
    return [update(Employees, nameless, after), ...gone.filter((change) => change !== undefined)];
  },
  (employee, { today }) => employeeView(employee, today),
);
