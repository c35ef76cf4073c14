import { type Attachment, Attachments, quarantineKey } from '#domain/platform/notes/attachment.ts';
import { plainFileName } from '#domain/platform/notes/file-content.ts';
import { create } from '#kernel/record.ts';
import { uploadTo } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

type Received = Pick<Attachment, 'record' | 'fileName' | 'bytes'> & Required<Pick<Attachment, 'only'>>;

/** The one file of a record that has no others. */
export const onlyFileId = (tenant: string, record: string): string => idFrom('att', tenant, record);

/**
 * A file that comes with what is entered, or from outside of the company: the attachment to make, and the link that takes it into
 * quarantine. @param id its own, where it may be asked for again; absent: another with each request.
 */
export async function receivedFile(records: Records, { fileName, ...file }: Received, now: Date, id = fileIdOf(records, file.record)) {
  const attachment = { ...file, fileName: plainFileName(fileName) || 'cv', attachedAt: now.toISOString(), state: 'waiting' as const };
  return {
    change: create(Attachments, id, attachment),
    upload: { method: 'PUT' as const, ...(await uploadTo('documents', quarantineKey(records.tenant, id), file.bytes, now)) },
  };
}

const fileIdOf = ({ tenant, stamp }: Records, record: string): string => idFrom('att', tenant, stamp.request, record);
