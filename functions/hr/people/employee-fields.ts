import { people } from '#api/hr/people.ts';
import { Employees, employeeActions, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { type EmployeeValues, EmployeeValuesOf, employeeValuesId } from '#domain/hr/people/employee-values.ts';
import {
  CustomFieldSets,
  changedFields,
  customFieldView,
  enteredValues,
  type FieldReader,
  fieldSetId,
  seenFields,
  shownFieldValues,
} from '#domain/platform/custom-fields/custom-field.ts';
import { throwIf } from '#kernel/errors.ts';
import type { FieldValues } from '#kernel/field-values.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { type Caller, may, mayFor } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = people;
const SET = fieldSetId('employee');
const fieldSet = (records: Records) => records.get(CustomFieldSets, SET);

/** As whom the caller reads an employee: who may change them sees all, themselves and whoever leads them what is for them. */
export function readerOf(caller: Caller, employee: StoredEmployee): FieldReader | 'all' | undefined {
  if (mayFor(caller, 'people.write', employee, Employees)) return 'all';
  if (caller.self === employee.id) return 'own';
  return caller.grants.get('people.read') === 'team' && mayFor(caller, 'people.read', employee, Employees) ? 'manager' : undefined;
}

/** Fields that the caller sees of anybody at all. */
export const getEmployeeFields = query(actions.getEmployeeFields, async ({ records, caller }) => {
  const set = await fieldSet(records);
  if (may(caller, 'people.write')) return customFieldView(set?.fields ?? []);
  const readers: readonly FieldReader[] = caller.grants.get('people.read') === 'team' ? ['manager', 'own'] : ['own'];
  return customFieldView(set?.fields.filter(({ seenBy }) => seenBy.some((reader) => readers.includes(reader))) ?? []);
});

export const putEmployeeFields = command(
  actions.putEmployeeFields,
  upserts(CustomFieldSets, () => SET),
  ({ body }, before) => {
    const after = changedFields(before, body.fields);
    return [before ? update(CustomFieldSets, before, after, { fields: before.fields }) : create(CustomFieldSets, SET, after)];
  },
  ({ fields }) => customFieldView(fields),
);

/** What is entered of a new employee by the company's fields. @throws DomainError `custom_field.…` (400), of what is missing as well. */
export async function valuesOfNew(records: Records, employeeId: string, entered: FieldValues): Promise<Change[]> {
  const values = enteredValues((await fieldSet(records))?.fields ?? [], {}, entered, 'body.fields');
  return Object.keys(values).length > 0 ? [create(EmployeeValuesOf, employeeValuesId(employeeId), { employeeId, values })] : [];
}

export const putEmployeeValues = command(
  actions.putEmployeeValues,
  upserts(EmployeeValuesOf, ({ path }) => employeeValuesId(path.employeeId)),
  async ({ body, path, records }, before) => {
    const employee = await records.getOrThrow(Employees, path.employeeId, 'path.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    const values = enteredValues((await fieldSet(records))?.fields ?? [], before?.values ?? {}, body.fields, 'body.fields');
    const after: EmployeeValues = { employeeId: employee.id, values };
    return [
      before
        ? update(EmployeeValuesOf, before, after, { values: before.values })
        : create(EmployeeValuesOf, employeeValuesId(employee.id), after),
    ];
  },
  ({ employeeId, values }) => ({ employeeId, fields: { ...values } }),
);

/** What the company's fields say of employees, as far as the caller sees it, by their ids. */
export async function fieldsOf(records: Records, caller: Caller, employees: readonly StoredEmployee[]) {
  const set = await fieldSet(records);
  if (!set || set.fields.length === 0) return new Map<string, Record<string, string>>();
  const read = await records.getMany(
    EmployeeValuesOf,
    employees.map(({ id }) => employeeValuesId(id)),
  );
  return new Map(employees.map((one, i) => [one.id, shownFieldValues(seenFields(set, readerOf(caller, one)), read[i]?.values)]));
}
