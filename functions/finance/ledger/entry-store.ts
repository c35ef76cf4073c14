import { documentIdOf } from '#domain/finance/ledger/entry.ts';
import { ManualEntries, type StoredManualEntry } from '#domain/finance/ledger/manual-entry.ts';
import { missing, refused } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { type JournalDocument, kindOfDocument } from './entry-kinds.ts';

/** The document that carries an entry. @throws DomainError `entry.not_found` (404). */
export async function needEntry(records: Records, entryId: string): Promise<JournalDocument> {
  const documentId = documentIdOf(entryId);
  const [document] = (await kindOfDocument(documentId)?.load(records, [documentId])) ?? [];
  if (!document) throw missing('entry.not_found', `There is no entry ${entryId}.`, 'path.entryId', { entry: entryId });
  return document;
}

/** The manual entry. @throws DomainError `entry.not_found` (404), `entry.of_document` (422, says what to do instead). */
export async function needManualEntry(records: Records, entryId: string): Promise<StoredManualEntry> {
  const documentId = documentIdOf(entryId);
  const kind = kindOfDocument(documentId);
  if (kind?.kind === ManualEntries.kind) {
    const manual = await records.get(ManualEntries, documentId);
    if (manual) return manual;
  }
  const { kind: of } = await needEntry(records, entryId);
  throw refused(
    'entry.of_document',
    `This entry belongs to the ${of.replaceAll('-', ' ')} ${documentId}, and is taken back with it. ${kind?.undo}`,
    'path.entryId',
    { why: of.replaceAll('-', '_'), document: documentId },
  );
}
