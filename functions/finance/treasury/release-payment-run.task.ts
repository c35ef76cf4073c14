import * as z from 'zod/mini';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { update } from '#kernel/record.ts';
import { WORKER } from '#runtime/record-item.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { releaseRun } from './run-operations.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** Cancels a run that two people have not approved in time; one that is approved by now goes on. */
export const handler = task('releasePaymentRun', Input, async ({ input, records, now }) => {
  const run = await records.getOrThrow(PaymentRuns, input.runId);
  if (run.state === 'cancelling') await releaseRun(records, run);
  if (run.state !== 'proposed') return { approved: !['cancelling', 'cancelled'].includes(run.state) };
  const { today } = await companyAndDay(records, now);
  const cancelled = { by: WORKER, on: today, reason: 'No se aprobó a tiempo' };
  await releaseRun(records, await records.save([update(PaymentRuns, run, { ...run, state: 'cancelling', cancelled })]));
  return { approved: false };
});
