import { notes } from '#api/platform/notes.ts';
import {
  Attachments,
  fileKey,
  isShown,
  MAX_ATTACHMENT_BYTES,
  quarantineKey,
  requireClean,
  requireRoom,
  type StoredAttachment,
} from '#domain/platform/notes/attachment.ts';
import { requireAuthor } from '#domain/platform/notes/note.ts';
import { attachmentView } from '#domain/platform/notes/wire.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on, plainQuery } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { downloadOf, uploadTo } from '#runtime/documents.ts';
import { openRecords } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { anyRecord, readableOf, requireSubject } from '../readable.ts';
import { command } from '../service.ts';
import { newFollowers, standing } from './followers.ts';

/** The files of a record, oldest first. */
export async function filesOf(records: Records, record: string, now: Date): Promise<StoredAttachment[]> {
  const files = await Array.fromAsync(openRecords(records, Attachments, record));
  return files.filter((file) => isShown(file, now));
}

export const createAttachment = command(
  notes.actions.createAttachment,
  creates(Attachments, 'att', ({ body, caller }) => ({ subject: anyRecord(body.record), existing: standing(caller, body.record) })),
  async ({ body, subject, existing, caller, records, newId, now }) => {
    const { record } = body;
    requireSubject(caller, record, subject);
    requireRoom((await filesOf(records, record, now)).length);
    return [
      create(Attachments, newId('att'), { ...body, attachedAt: now.toISOString(), state: 'waiting' as const }),
      ...newFollowers(caller, { record, now }, existing),
    ];
  },
  // The link is new each time: it is a way to the same place, good for a quarter of an hour.
  async (file, { tenant, now }) => ({
    ...attachmentView(file),
    upload: {
      method: 'PUT' as const,
      ...(await uploadTo('documents', quarantineKey(tenant, file.id), file.bytes, now)),
      maxBytes: MAX_ATTACHMENT_BYTES,
    },
  }),
);

export const getAttachmentLink = plainQuery(notes.actions.getAttachmentLink, async ({ path, records, caller, tenant, now }) => {
  const file = await requireSeen(records, caller, await records.get(Attachments, path.attachmentId), path.attachmentId);
  requireClean(file);
  return downloadOf('documents', fileKey(tenant, file.id), file.fileName, now);
});

/** The bytes are deleted behind it, by who follows the record's change. */
export const deleteAttachment = command(
  notes.actions.deleteAttachment,
  on(Attachments, (path) => path.attachmentId),
  async ({ caller, records, path }, before) => {
    const file = await requireSeen(records, caller, before, path.attachmentId);
    requireAuthor(caller.email, file);
    return [update(Attachments, file, { ...file, state: 'deleted' as const })];
  },
  ({ id }) => ({ id, deleted: true as const }),
);

/** @throws DomainError `attachment.not_found` (404) also where the caller may not see what it is attached to. */
async function requireSeen(records: Records, caller: Caller, file: StoredAttachment | undefined, id: string): Promise<StoredAttachment> {
  const [seen] = await readableOf(records, caller, Attachments as never, [file]);
  if (!file || !seen || file.state === 'deleted') throw notFound(Attachments.kind, id, 'path.attachmentId');
  return file;
}
