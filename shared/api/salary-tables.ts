import * as z from 'zod/mini';
import { SalaryRowsInput, SalaryTableInput, SalaryTableView } from '#domain/hr/payroll/salary-table.ts';
import { RaisesInput, ShortPeopleView } from '#domain/hr/payroll/table-shortfall.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';

const TablePath = z.strictObject({ tableId: idWith('slt') });
const published = { source: 'BOP Pontevedra 12/03/2026', from: '2026-01-01', weeklyHours: '38.50' };
const rows = [{ group: 'Grupo III, dependiente', annual: { amount: '18200.00', currency: 'EUR' } }];

/** What collective agreements have published as the least of each group. */
export const salaryTables = {
  createSalaryTable: {
    route: 'POST /payroll/salary-tables',
    summary: 'Enter the salary table of a collective agreement, with its source',
    permission: 'pay.write',
    body: SalaryTableInput,
    output: SalaryTableView,
    errors: ['salary_table.twice', 'salary_table.nothing_there'],
    example: { body: { name: 'Comercio de Pontevedra', code: '36000000000000', ...published, rows } },
  },
  addSalaryRows: {
    route: 'POST /payroll/salary-tables/{tableId}/rows',
    summary: 'Enter what a collective agreement pays from a day on',
    description:
      'A row of the same group and day is replaced, and taken out where it says no amount; the past stays, and so do terms and offers that were decided before.',
    permission: 'pay.write',
    path: TablePath,
    body: SalaryRowsInput,
    output: SalaryTableView,
    status: 200,
    errors: ['salary-table.not_found', 'salary_table.twice', 'salary_table.nothing_there', 'salary_table.too_many'],
    example: { body: { ...published, from: '2027-01-01', rows } },
  },
  listSalaryTables: {
    route: 'GET /payroll/salary-tables',
    summary: 'List the salary tables of collective agreements by name',
    permission: 'member',
    query: z.strictObject({ ...pageQuery, q: searchWords }),
    output: pageOf(SalaryTableView),
  },
  getSalaryTable: {
    route: 'GET /payroll/salary-tables/{tableId}',
    summary: 'Get the salary table of a collective agreement with all its rows',
    permission: 'member',
    path: TablePath,
    output: SalaryTableView,
    errors: ['salary-table.not_found'],
  },
  listSalaryShortfalls: {
    route: 'GET /payroll/salary-tables/{tableId}/shortfalls',
    summary: 'List who is paid below a salary table, from which day, and what its row says',
    description:
      'Of those who work here and whose pay you see, by name, from the January before last on: as far back as a pay run pays differences. Each day says what is paid and the least, as if the days before were raised. A page may be short while there is a `nextCursor`.',
    permission: 'pay.read',
    path: TablePath,
    query: z.strictObject(pageQuery),
    output: ShortPeopleView,
    errors: ['salary-table.not_found'],
  },
  raiseToSalaryTable: {
    route: 'POST /payroll/salary-tables/{tableId}/raises',
    summary: 'Raise people to a salary table by pay terms from the day on which they are below it',
    description:
      'As the list of shortfalls shows it: `rev` of the table and of each person’s terms are those that were looked at. All else of the terms stays; months that are paid come as a difference with the next run.',
    permission: 'pay.write',
    path: TablePath,
    body: RaisesInput,
    output: SalaryTableView,
    status: 200,
    errors: [
      ...(['salary-table.not_found', 'salary_table.changed', 'salary_table.not_below', 'salary_table.twice'] as const),
      ...(['employee.not_found', 'employee.left', 'pay_terms.own'] as const),
    ],
    example: { body: { rev: 2, people: [{ employeeId: 'emp_01JDG8ZK5T7QWERTY2MNPQRSTV', rev: 1 }] } },
  },
} as const satisfies Record<string, ActionSpec>;
