import { Imports } from '#domain/sales/imports/import.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { sweep } from '#runtime/sweep.ts';
import { lastRun, startOnce } from '#runtime/task-tokens.ts';

const WORKFLOW = 'order-import';

/**
 * Starts the execution of a running import again that ended without ending it (by hand, or with the emulator): with the
 * same input, under the next name. What it has made already it recognises.
 */
export const handler = sweep('reconcile-imports', {
  type: Imports,
  queues: [UNDER_WAY],
  handle: async (_, { id }) => {
    const run = await lastRun(WORKFLOW, id);
    // An import that still waits for its file has no execution yet.
    if (run && !run.running) await startOnce(WORKFLOW, run.nextName, run.input);
  },
});
