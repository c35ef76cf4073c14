import * as z from 'zod/mini';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { task } from '#runtime/task.ts';
import { freezePeople } from './run-calculation.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** Writes down whom a run pays, and tells the portions that they are worked out in: none of a run that is past that. */
export const handler = task('freezePayrollRun', Input, async ({ input, records }) => {
  const run = await freezePeople(records, await records.getOrThrow(PayrollRuns, input.runId));
  const count = run.state === 'calculating' ? (run.portions ?? 0) : 0;
  return { portions: Array.from({ length: count }, (_, i) => i + 1) };
});
