import * as z from 'zod/mini';
import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { task } from '#runtime/task.ts';
import { calculatePortion } from './run-calculation.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), no: z.int(), execution: z.string() });

/** Works out the slips of some people of a run. Whom the rules refuse stops nobody else. */
export const handler = task('calculatePayslips', Input, async ({ input, records }) => {
  const run = await records.getOrThrow(PayrollRuns, input.runId);
  return { people: (await calculatePortion(records, run, input.no)).people.length };
});
