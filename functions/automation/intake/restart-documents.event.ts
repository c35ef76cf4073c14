import { IntakeDocuments, intakeKey } from '#domain/automation/intake/intake-document.ts';
import { followChanges } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { firstName, lastRun, startOnce } from '#runtime/task-tokens.ts';
import { WORKFLOW } from './document-store.ts';

/** Steps after which a document is to be read; its first one, of a part of another's pages, is of whoever split that. */
const BEGINS = new Set(['readAgain', 'joinDocument', 'trustSigner']);

/** Starts the reading of a document that somebody wants read again, under the name that follows its last execution's; and of parts. */
export const handler = followChanges({
  code: 'restart-documents',
  subject: ({ id, before, after }) =>
    isUnread(after?.state) && (before ? !isUnread(before.state) : after?.state === 'reading') ? id : undefined,
  handle: async (tenant, documentId, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? documentId, action: 'restartDocuments', at: new Date() };
    const records = new Records(tenant, stamp);
    const document = await records.get(IntakeDocuments, documentId);
    // Once an execution has touched it, it was started: the same change may be told twice.
    if (!document || !isUnread(document.state) || (document.rev > 1 && !BEGINS.has(document.history.at(-1)?.action ?? ''))) return;
    const run = await lastRun(WORKFLOW, firstName(tenant, documentId));
    // One that was held has had no execution yet, and none is known for longer than some ninety days.
    const input = run?.input ?? { tenant, documentId, key: intakeKey(tenant, documentId), version: '' };
    await startOnce(WORKFLOW, run?.nextName ?? firstName(tenant, documentId), input);
  },
});

const isUnread = (state: unknown): boolean => state === 'waiting' || state === 'reading';
