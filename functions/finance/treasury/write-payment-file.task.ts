import * as z from 'zod/mini';
import { painFile } from '#domain/finance/treasury/pain.ts';
import { debitFile } from '#domain/finance/treasury/pain-debit.ts';
import { PaymentRuns, runKind } from '#domain/finance/treasury/payment-run.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { numberOf, update } from '#kernel/record.ts';
import { putObject } from '#runtime/documents.ts';
import { task } from '#runtime/task.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/**
 * Writes the file of an approved run. The same run gives the same bytes under the same key, so that a second call changes
 * nothing; where a payment was taken out meanwhile, the run has moved on and the file is written again.
 */
export const handler = task('writePaymentFile', Input, async ({ input, records }) => {
  const run = await records.getOrThrow(PaymentRuns, input.runId);
  if (run.state !== 'approved') return { state: run.state };
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const write = runKind(run) === 'debit' ? debitFile : painFile;
  const text = write(run.id, run, company, run.approvals.at(-1)?.at ?? '');
  const fileName = `${numberOf(PaymentRuns, run.id)}-${run.date}.xml`;
  const key = `${input.tenant}/payment-runs/${run.id}.xml`;
  await putObject('reports', key, text, 'application/xml');
  await records.commit([update(PaymentRuns, run, { ...run, state: 'sent', file: { key, fileName, bytes: Buffer.byteLength(text) } })]);
  return { state: 'sent' };
});
