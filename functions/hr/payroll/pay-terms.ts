import { payroll } from '#api/hr/payroll.ts';
import { EmploymentTermsOf, employmentTermsId, withTerms } from '#domain/hr/payroll/employment-terms.ts';
import { Employees, employeeActions } from '#domain/hr/people/employee.ts';
import { forbidden, invalid, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { upserts } from '#runtime/action.ts';
import { may } from '#runtime/caller.ts';
import { command } from '../../platform/service.ts';
import { paidByTable } from './salary-tables.ts';

export const addPayTerms = command(
  payroll.actions.addPayTerms,
  upserts(EmploymentTermsOf, ({ path }) => employmentTermsId(path.employeeId)),
  async ({ body, path, records, caller }, before) => {
    const employee = await records.getOrThrow(Employees, path.employeeId, 'path.employeeId');
    throwIf(employeeActions.patchEmployee(employee));
    if (employee.email?.toLowerCase() === caller.email.toLowerCase() && !may(caller, 'payments.alone'))
      throw forbidden('pay_terms.own', 'Nobody sets their own pay: ask somebody else who may.', 'path.employeeId');
    if (body.from < employee.startDate)
      throw invalid(
        'pay_terms.before_start',
        `The employment begins on ${employee.startDate}: choose that day or a later one.`,
        'body.from',
        {
          start: employee.startDate,
        },
      );
    const { table, annual, from: day } = body;
    if (table) await paidByTable(records, table.tableId, { ...table, annual, day });
    const terms = withTerms(before?.terms ?? [], body);
    if (!before) return [create(EmploymentTermsOf, employmentTermsId(employee.id), { employeeId: employee.id, terms })];
    return [update(EmploymentTermsOf, before, { ...before, terms }, { terms: before.terms })];
  },
  (record) => ({ ...stamped(record), terms: [...record.terms] }),
);
