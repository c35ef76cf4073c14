import { people } from '#api/hr/people.ts';
import { Employees, employeeActions, employeeView, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { mayFor, reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { listEmployeeDocuments } from './employee-documents.ts';
import { fieldsOf, getEmployeeFields } from './employee-fields.ts';

const { actions } = people;

export const getEmployee = query(
  actions.getEmployee,
  ({ path }) => ({ employee: required(Employees, path.employeeId, 'path.employeeId') }),
  async ({ employee, records, caller, today }) => {
    // Whom the caller may not see is to them as if there were nobody.
    if (!mayFor(caller, 'people.read', employee, Employees)) throw notFound(Employees.kind, employee.id, 'path.employeeId');
    const fields = (await fieldsOf(records, caller, [employee])).get(employee.id);
    return {
      ...employeeView(employee, today),
      ...(fields ? { fields } : {}),
      actions: actionsOf(caller, actions, employeeActions, employee),
    };
  },
);

export const listEmployees = query(actions.listEmployees, async ({ query: input, records, caller, today }) => {
  const within = reachOf(caller, 'people.read', Employees);
  const where = (employee: StoredEmployee) => (!input.state || employee.state === input.state) && (!within || within(employee));
  const { fields: withFields, ...asked } = input;
  const page = await listRecords(records, Employees, {
    ...asked,
    buckets: ['all'],
    words: input.q,
    ...(input.state || within ? { where } : {}),
  });
  const own = withFields ? await fieldsOf(records, caller, page.items) : undefined;
  const valuesOf = ({ id }: StoredEmployee) => {
    const fields = own?.get(id);
    return fields ? { fields } : {};
  };
  return { ...page, items: page.items.map((employee) => ({ ...employeeView(employee, today), ...valuesOf(employee) })) };
});

export const handler = serveModule(people, { getEmployee, listEmployees, listEmployeeDocuments, getEmployeeFields });
