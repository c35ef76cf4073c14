import * as z from 'zod/mini';
import { SalaryRowsInput, SalaryTableInput, SalaryTableView } from '#domain/hr/payroll/salary-table.ts';
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
} as const satisfies Record<string, ActionSpec>;
