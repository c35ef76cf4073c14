import * as z from 'zod/mini';
import { task } from '#runtime/task.ts';
import { reasonOf } from '#runtime/uploads.ts';
import { failDocumentWith } from './document-store.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string(), error: z.string(), cause: z.string() });

/** Ends a document whose task has failed for good: nothing is in the books yet. */
export const handler = task('failDocument', Input, async ({ input, records }) => {
  await failDocumentWith(records, input.documentId, reasonOf(input.cause) || input.error);
  return { failed: true };
});
