import writeXlsxFile from 'write-excel-file/node';
import { payroll } from '#api/hr/payroll.ts';
import {
  compared,
  comparisonId,
  comparisonView,
  GESTORIA_HEADS,
  GestoriaComparisons,
  gestoriaCsv,
  gestoriaRows,
  missingCodes,
  theirAmounts,
} from '#domain/hr/payroll/gestoria.ts';
import { paidPeople } from '#domain/hr/payroll/payroll-portion.ts';
import { PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipId, type StoredPayslip } from '#domain/hr/payroll/payslip-record.ts';
import { create, numberOf, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { readPayrollSettings } from './payroll-settings.ts';
import { readPortions } from './run-calculation.ts';

const { actions } = payroll;

/** All slips of a run, in the order of its people. */
async function slipsOf(records: Records, run: StoredPayRun): Promise<StoredPayslip[]> {
  const people = (await readPortions(records, run)).flatMap(paidPeople);
  const slips = await records.getMany(
    Payslips,
    people.map(({ employeeId, place = '' }) => payslipId(employeeId, place)),
  );
  return slips.flatMap((slip) => (slip?.runId === run.id ? [slip] : []));
}

const runInPath = ({ path }: { readonly path: { readonly runId: string } }) => ({ run: required(PayrollRuns, path.runId, 'path.runId') });

export const getGestoria = query(actions.getGestoria, runInPath, async ({ run, records }) => {
  const [{ gestoria }, slips, comparison] = await Promise.all([
    readPayrollSettings(records),
    slipsOf(records, run),
    records.get(GestoriaComparisons, comparisonId(run.id)),
  ]);
  return { missing: missingCodes(gestoria, slips), ...(comparison ? { comparison: comparisonView(comparison) } : {}) };
});

export const getGestoriaFile = query(actions.getGestoriaFile, runInPath, async ({ run, records, query: { format } }) => {
  const [{ gestoria }, slips] = await Promise.all([readPayrollSettings(records), slipsOf(records, run)]);
  const rows = gestoriaRows(gestoria, slips);
  const fileName = `${numberOf(PayrollRuns, run.id)}-${run.month}.${format}`;
  if (format === 'csv')
    return { fileName, contentType: 'text/csv; charset=utf-8', content: Buffer.from(gestoriaCsv(rows)).toString('base64') };
  const data = [
    GESTORIA_HEADS.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value, i) => (i === row.length - 1 ? { value: Number(value), type: Number, format: '#,##0.00' } : { value, type: String })),
    ),
  ];
  const bytes = await writeXlsxFile(data as never, { stickyRowsCount: 1, columns: GESTORIA_HEADS.map(() => ({ width: 18 })) }).toBuffer();
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName, contentType, content: Buffer.from(bytes).toString('base64') };
});

export const putGestoriaComparison = command(
  actions.putGestoriaComparison,
  upserts(GestoriaComparisons, ({ path }) => comparisonId(path.runId)),
  async ({ body: { csv }, path: { runId }, records }, before) => {
    const theirs = theirAmounts(csv);
    const run = await records.getOrThrow(PayrollRuns, runId, 'path.runId');
    const [{ gestoria }, slips] = await Promise.all([readPayrollSettings(records), slipsOf(records, run)]);
    const data = compared(run.id, gestoria, slips, theirs);
    return [before ? update(GestoriaComparisons, before, data) : create(GestoriaComparisons, comparisonId(run.id), data)];
  },
  comparisonView,
);
