import { treasury } from '#api/finance/treasury.ts';
import { PaymentRuns } from '#domain/finance/treasury/payment-run.ts';
import { runActions } from '#domain/finance/treasury/run-actions.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { plainQuery } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { serveModule } from '../../platform/service.ts';

export const getPaymentFile = plainQuery(treasury.actions.getPaymentFile, async ({ path, records, now }) => {
  const run = await records.getOrThrow(PaymentRuns, path.runId, 'path.runId');
  throwIf(runActions.getPaymentFile(run));
  const { key, fileName, bytes } = assertDefined(run.file, 'the file');
  return { fileName, version: run.version, bytes, ...(await linkTo('reports', key, fileName, now)) };
});

export const handler = serveModule(treasury, { getPaymentFile });
