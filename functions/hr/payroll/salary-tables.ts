import { payroll } from '#api/hr/payroll.ts';
import { refusalByTable, SalaryTables, salaryTableView, type TabledPay, withRows } from '#domain/hr/payroll/salary-table.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = payroll;

export const createSalaryTable = command(
  actions.createSalaryTable,
  creates(SalaryTables, 'slt'),
  ({ body: { name, code, ...published }, newId }) => [create(SalaryTables, newId('slt'), { name, code, rows: withRows([], published) })],
  salaryTableView,
);

export const addSalaryRows = command(
  actions.addSalaryRows,
  on(SalaryTables, (path) => path.tableId),
  ({ body }, before) => [update(SalaryTables, before, { ...before, rows: withRows(before.rows, body) }, { rows: before.rows })],
  salaryTableView,
);

export const getSalaryTable = query(
  actions.getSalaryTable,
  ({ path }) => ({ table: required(SalaryTables, path.tableId, 'path.tableId') }),
  ({ table }) => salaryTableView(table),
);

export const listSalaryTables = query(actions.listSalaryTables, async ({ query: { q, ...page }, records }) => {
  const found = await listRecords(records, SalaryTables, { ...page, buckets: ['all'], words: q });
  return { ...found, items: found.items.map(salaryTableView) };
});

/**
 * The table that pay is held against.
 * @throws DomainError `salary-table.not_found` (404), `salary_table.no_row`, `payroll.below_table` (422).
 */
export async function paidByTable(records: Records, tableId: string, pay: TabledPay) {
  const table = await records.getOrThrow(SalaryTables, tableId, 'body.table.tableId');
  throwIf(refusalByTable(table, pay));
  return table;
}
