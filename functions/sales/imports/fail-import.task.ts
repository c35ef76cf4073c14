import * as z from 'zod/mini';
import { task } from '#runtime/task.ts';
import { reasonOf } from '#runtime/uploads.ts';
import { failImportWith } from './import-store.ts';

const Input = z.strictObject({ tenant: z.string(), importId: z.string(), execution: z.string(), error: z.string(), cause: z.string() });

/** Ends an import whose task has failed for good. What was taken stays taken: the same file can simply be sent again. */
export const handler = task('failImport', Input, async ({ input, records }) => {
  const message = `The import stopped: ${reasonOf(input.cause) || input.error}. What was taken stays; send the same file again to go on.`;
  await failImportWith(records, input.importId, { code: 'stopped', message });
  return { failed: true };
});
