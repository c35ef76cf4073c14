import { type Attachment, Attachments, quarantineKey } from '#domain/platform/notes/attachment.ts';
import { plainFileName } from '#domain/platform/notes/file-content.ts';
import { create } from '#kernel/record.ts';
import { uploadTo } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

type Received = Pick<Attachment, 'record' | 'fileName' | 'bytes'> & Required<Pick<Attachment, 'only'>>;

/** A file that somebody outside of the company sends: the attachment to make, and the link that takes it into quarantine. */
export async function receivedFile(records: Records, { fileName, ...file }: Received, now: Date) {
  const id = idFrom('att', records.tenant, records.stamp.request, file.record);
  const attachment = { ...file, fileName: plainFileName(fileName) || 'cv', attachedAt: now.toISOString(), state: 'waiting' as const };
  return {
    change: create(Attachments, id, attachment),
    upload: { method: 'PUT' as const, ...(await uploadTo('documents', quarantineKey(records.tenant, id), file.bytes, now)) },
  };
}
