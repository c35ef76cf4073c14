import * as z from 'zod/mini';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { task } from '#runtime/task.ts';
import { proposePayRun } from './run-calculation.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** Adds up what the people of a run come to, and lays it before who approves it. */
export const handler = task('proposePayrollRun', Input, async ({ input, records }) => ({
  state: (await proposePayRun(records, await records.getOrThrow(PayrollRuns, input.runId))).state,
}));
