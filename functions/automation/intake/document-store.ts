import { type IntakeDocument, IntakeDocuments, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';

export const WORKFLOW = 'document-intake';

/** Saves a documentStep of a document, and gives it as it then stands. */
export const documentStep = async (records: Records, before: StoredDocument, data: Partial<IntakeDocument>): Promise<StoredDocument> =>
  await records.save([update(IntakeDocuments, before, { ...before, ...data })]);

/** Ends a document that cannot be read; one that has ended stays as it is. */
export const failDocumentWith = (records: Records, documentId: string, message: string): Promise<void> =>
  untilCommitted(async () => {
    const before = await records.getOrThrow(IntakeDocuments, documentId);
    if (before.state !== 'waiting' && before.state !== 'reading') return;
    await documentStep(records, before, { state: 'failed', flags: [{ code: 'stopped', params: { message } }] });
  });
