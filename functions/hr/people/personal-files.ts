import { people } from '#api/hr/people.ts';
import { Employees, employeeActions } from '#domain/hr/people/employee.ts';
import { PersonalFiles, personalFileId } from '#domain/hr/people/personal-file.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { upserts } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

export const putPersonalFile = command(
  people.actions.putPersonalFile,
  upserts(PersonalFiles, ({ path }) => personalFileId(path.employeeId)),
  async ({ body, path, records }, before) => {
    const employee = await records.getOrThrow(Employees, path.employeeId, 'path.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    const after = { ...body, employeeId: employee.id };
    return before ? [update(PersonalFiles, before, { ...before, ...after })] : [create(PersonalFiles, personalFileId(employee.id), after)];
  },
  stamped,
);
