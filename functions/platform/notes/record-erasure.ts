import { Attachments } from '#domain/platform/notes/attachment.ts';
import { type Note, Notes } from '#domain/platform/notes/note.ts';
import { type Change, update } from '#kernel/record.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';

/** Changes of one commit: of a hundred that a transaction takes, some room is left. */
const MOST_AT_ONCE = 50;

/**
 * Takes away what was written about a record and attached to it, with their past, because the person whom it is about is erased. The
 * bytes of files are deleted behind it, by who follows their change.
 */
export async function eraseBeside(records: Records, record: string): Promise<void> {
  const changes: Change[] = [];
  for await (const file of openRecords(records, Attachments, record)) {
    await records.forgetOlderSteps(Attachments, file);
    changes.push(update(Attachments, file, { ...file, fileName: '—', state: 'deleted' }));
  }
  for await (const note of openRecords(records, Notes, record)) {
    await records.forgetOlderSteps(Notes, note);
    const wordless = { ...note, history: note.history.map(({ was: _, ...step }) => step) };
    changes.push(update<Note>(Notes, wordless, { ...note, text: '', mentions: [], deletedAt: records.stamp.at.toISOString() }));
  }
  for (let at = 0; at < changes.length; at += MOST_AT_ONCE) await records.commit(changes.slice(at, at + MOST_AT_ONCE));
}
