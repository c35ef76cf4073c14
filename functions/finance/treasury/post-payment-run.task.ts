import * as z from 'zod/mini';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { task } from '#runtime/task.ts';
import { executeRun } from './run-operations.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** Posts what is left of a run that the bank has paid: nothing, where the request that told so came to its end. */
export const handler = task('postPaymentRun', Input, async ({ input, records }) => {
  const run = await records.getOrThrow(PaymentRuns, input.runId);
  return { state: (run.state === 'executing' ? await executeRun(records, run) : run).state };
});
