import { IntakeDocuments, intakeKey } from '#domain/automation/intake/intake-document.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { sweep } from '#runtime/sweep.ts';
import { firstName, lastRun, startOnce } from '#runtime/task-tokens.ts';
import { WORKFLOW } from './document-store.ts';

/** Starts the execution of a document again that ended without ending it: with the same input, under the next name. */
export const handler = sweep('reconcile-documents', {
  type: IntakeDocuments,
  queues: [UNDER_WAY],
  handle: async ({ tenant }, { id, state }) => {
    const run = await lastRun(WORKFLOW, firstName(tenant, id));
    if (run && !run.running) await startOnce(WORKFLOW, run.nextName, run.input);
    // A document that still waits for its file has no execution yet; a part of another's pages has its file.
    if (!run && state === 'reading')
      await startOnce(WORKFLOW, firstName(tenant, id), { tenant, documentId: id, key: intakeKey(tenant, id), version: '' });
  },
});
