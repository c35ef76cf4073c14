import { payroll } from '#api/hr/payroll.ts';
import { EmploymentTermsOf, employmentTermsId } from '#domain/hr/payroll/employment-terms.ts';
import { SalaryTables, type StoredSalaryTable, salaryTableView } from '#domain/hr/payroll/salary-table.ts';
import { replayedFrom } from '#domain/hr/payroll/slip-calculation.ts';
import { raisedTerms, requireAsSeen, shortfallsOf } from '#domain/hr/payroll/table-shortfall.ts';
import { Employees, employeeActions, nameOf, type StoredEmployee } from '#domain/hr/people/employee.ts';
import { type IsoDate, monthOf } from '#kernel/date.ts';
import { forbidden, invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Change, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { type Caller, may, reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = payroll;

/** Pages of people that one request looks through for somebody below a table. */
const MOST_PAGES = 10;
const isOneself = ({ email }: StoredEmployee, caller: Caller): boolean =>
  email?.toLowerCase() === caller.email.toLowerCase() && !may(caller, 'payments.alone');
/** The first day that a run pays differences of. */
const firstDay = (today: IsoDate): IsoDate => `${replayedFrom(monthOf(today))}-01`;

/** Whom of a page of people the table leaves behind, as far as the caller sees pay. */
async function shortPeopleOf(
  records: Records,
  table: StoredSalaryTable,
  people: readonly StoredEmployee[],
  { caller, today }: { readonly caller: Caller; readonly today: IsoDate },
) {
  const pay = await records.getMany(
    EmploymentTermsOf,
    people.map(({ id }) => employmentTermsId(id)),
  );
  return people.flatMap((employee, i) => {
    const of = pay[i];
    const shortfalls = of ? shortfallsOf(table, of.terms, firstDay(today)) : [];
    if (!of || shortfalls.length === 0) return [];
    const { id: employeeId } = employee;
    return [{ employeeId, name: nameOf(employee), rev: of.rev, raisable: !isOneself(employee, caller), shortfalls: [...shortfalls] }];
  });
}

export const listSalaryShortfalls = query(
  actions.listSalaryShortfalls,
  ({ path }) => ({ table: required(SalaryTables, path.tableId, 'path.tableId') }),
  async ({ table, query: { limit, cursor }, records, caller, today }) => {
    const sees = reachOf(caller, 'pay.read', Employees);
    const where = (one: StoredEmployee): boolean => one.state === 'active' && (sees?.(one) ?? true);
    let next = cursor;
    for (let pages = 1; ; pages += 1) {
      const page = await listRecords(records, Employees, { buckets: ['all'], order: 'asc', limit, cursor: next, where });
      const items = await shortPeopleOf(records, table, page.items, { caller, today });
      next = page.nextCursor;
      if (items.length > 0 || next === undefined || pages === MOST_PAGES) return { items, ...(next ? { nextCursor: next } : {}) };
    }
  },
);

export const raiseToSalaryTable = command(
  actions.raiseToSalaryTable,
  on(SalaryTables, (path) => path.tableId),
  async ({ body, records, caller, today }, table) => {
    requireAsSeen(table, body.rev, 'body.rev');
    const ids = body.people.map(({ employeeId }) => employeeId);
    const [people, pay] = await Promise.all([
      records.getMany(Employees, ids),
      records.getMany(EmploymentTermsOf, ids.map(employmentTermsId)),
    ]);
    const raised = body.people.map(({ employeeId, rev }, i): Change => {
      const field = `body.people.${i}.employeeId`;
      const [employee, of] = [people[i], pay[i]];
      if (!employee || !of) throw notFound(Employees.kind, employeeId, field);
      if (ids.indexOf(employeeId) !== i)
        throw invalid('salary_table.twice', `${nameOf(employee)} is listed twice: list them once.`, field, { group: nameOf(employee) });
      throwIf(employeeActions.patchEmployee(employee));
      if (isOneself(employee, caller)) throw forbidden('pay_terms.own', 'Nobody sets their own pay: ask somebody else who may.', field);
      requireAsSeen(of, rev, `body.people.${i}.rev`);
      const shortfalls = shortfallsOf(table, of.terms, firstDay(today));
      if (shortfalls.length === 0)
        throw refused('salary_table.not_below', `${nameOf(employee)} is not below ${table.name}: leave them out.`, field, {
          name: nameOf(employee),
          table: table.name,
        });
      return update(EmploymentTermsOf, of, { ...of, terms: raisedTerms(of.terms, shortfalls) }, { terms: of.terms });
    });
    return [update(SalaryTables, table, { ...table }), ...raised];
  },
  salaryTableView,
);
