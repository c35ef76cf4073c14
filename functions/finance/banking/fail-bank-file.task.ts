import * as z from 'zod/mini';
import { BankFiles } from '#domain/finance/banking/bank-file.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { task } from '#runtime/task.ts';
import { reasonOf } from '#runtime/uploads.ts';
import { hasEnded, stepOfFile } from './bank-file-store.ts';
import { takeBackLines } from './statement-lines.ts';

const Input = z.strictObject({ tenant: z.string(), fileId: z.string(), execution: z.string(), error: z.string(), cause: z.string() });

/** Ends a file whose task has failed for good: what was taken of it is taken back, so that it can simply be sent again. */
export const handler = task('failBankFile', Input, async ({ input, records, now }) => {
  const file = await records.getOrThrow(BankFiles, input.fileId);
  if (hasEnded(file)) return { failed: false };
  const ids = (file.statements ?? []).flatMap(({ statementId, same }) => (same ? [] : [statementId]));
  for (const statement of await records.getMany(BankStatements, ids))
    if (statement && statement.state !== 'deleting') await takeBackLines(records, statement);
  const message = `The reading stopped: ${reasonOf(input.cause) || input.error}. Nothing of the file was kept; send it again.`;
  await stepOfFile(records, file, {
    state: 'failed',
    finishedAt: now.toISOString(),
    statements: [],
    fault: { code: 'statement.stopped', message },
  });
  return { failed: true };
});
