import * as z from 'zod/mini';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { postPayRun } from './run-posting.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** Posts an approved run and writes its file: what is done already is passed over. */
export const handler = task('postPayrollRun', Input, async ({ input, records, now }) => {
  const [run, { today }] = await Promise.all([records.getOrThrow(PayrollRuns, input.runId), companyAndDay(records, now)]);
  return { state: (await postPayRun(records, run, today)).state };
});
