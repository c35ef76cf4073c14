import * as z from 'zod/mini';
import { type PayrollRun, PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { update } from '#kernel/record.ts';
import { WORKER } from '#runtime/record-item.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { releasePayRun } from './run-posting.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** Cancels a run that two people have not approved in time; one that is approved by now goes on. */
export const handler = task('releasePayrollRun', Input, async ({ input, records, now }) => {
  const run = await records.getOrThrow(PayrollRuns, input.runId);
  if (run.state === 'cancelling') await releasePayRun(records, run);
  if (run.state !== 'proposed') return { approved: ['approved', 'posted'].includes(run.state) };
  const { today } = await companyAndDay(records, now);
  const cancelled = { by: WORKER, on: today, reason: 'No se aprobó a tiempo' };
  await releasePayRun(records, await records.save([update<PayrollRun>(PayrollRuns, run, { ...run, state: 'cancelling', cancelled })]));
  return { approved: false };
});
