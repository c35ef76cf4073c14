import { BankFiles } from '#domain/finance/banking/bank-file.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { sweep } from '#runtime/sweep.ts';
import { lastRun, startOnce } from '#runtime/task-tokens.ts';
import { BANK_STATEMENT } from './bank-file-store.ts';

/**
 * Starts the execution of a file that is being read again where it ended without ending that: with the same input, under the next
 * name. What it has taken already it recognises.
 */
export const handler = sweep('reconcile-bank-files', {
  type: BankFiles,
  queues: [UNDER_WAY],
  handle: async (_, { id }) => {
    const run = await lastRun(BANK_STATEMENT, id);
    // A file that has not come yet has no execution.
    if (run && !run.running) await startOnce(BANK_STATEMENT, run.nextName, run.input);
  },
});
