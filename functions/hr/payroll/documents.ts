import { payroll } from '#api/hr/payroll.ts';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { payRunActions } from '#domain/hr/payroll/run-actions.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { plainQuery } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { serveModule } from '../../platform/service.ts';

export const getSalaryFile = plainQuery(payroll.actions.getSalaryFile, async ({ path, records, now }) => {
  const run = await records.getOrThrow(PayrollRuns, path.runId, 'path.runId');
  throwIf(payRunActions.getSalaryFile(run));
  if (!run.file)
    throw refused(
      'payroll_run.no_transfers',
      'Nobody of this pay run has an account to pay to: enter the IBAN with the personal data before the next one, and pay this one by hand.',
      'path.runId',
    );
  const { key, fileName, bytes } = run.file;
  return { fileName, version: run.version, bytes, ...(await linkTo('reports', key, fileName, now)) };
});

export const handler = serveModule(payroll, { getSalaryFile });
